"use client";

import { useState } from "react";
import { useMe } from "@/components/api/me";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import type { MenuItem } from "@/components/ui/menu-items";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { PersonDto } from "@/lib/people/dto";
import { PersonDialog, type PersonAct } from "./person-dialog";

/** One person, and what an administrator can do about them. */
export function PersonRow({ person }: { person: PersonDto }) {
  const [act, setAct] = useState<PersonAct | null>(null);
  const you = useMe().id === person.id;
  const gone = person.deactivatedAt;
  return (
    <li className="border-line phone:min-h-14 flex min-h-11 items-center gap-3 border-t px-4 py-1.5 first:border-t-0">
      <Avatar name={person.name} look={gone ? "away" : "plain"} />
      <div className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-2">
        <p className="truncate font-medium">
          {person.name}
          {you && <span className="meta"> (you)</span>}
        </p>
        <p className="meta truncate">{person.email}</p>
      </div>
      {gone && (
        <Tag tone="warn">
          deactivated <Time at={Date.parse(gone)} show="date" />
        </Tag>
      )}
      {person.singleSignOn && (
        <span className="phone:hidden">
          <Tag>single sign-on</Tag>
        </span>
      )}
      <span className="text-ink-2 w-24 flex-none text-right capitalize">{person.accessRole}</span>
      <DropdownMenu
        trigger={<IconButton icon="dots" label={`What to do with ${person.name}`} />}
        items={itemsFor(person, setAct)}
      />
      {act && <PersonDialog person={person} act={act} onClose={() => setAct(null)} />}
    </li>
  );
}

function itemsFor({ deactivatedAt }: PersonDto, choose: (act: PersonAct) => void): MenuItem[] {
  if (deactivatedAt) {
    return [{ label: "Reactivate…", icon: "undo", onSelect: () => choose("reactivate") }];
  }
  return [
    { label: "Change access role…", icon: "person", onSelect: () => choose("access-role") },
    { label: "Make a reset link…", icon: "lock", onSelect: () => choose("reset-link") },
    { label: "Sign out everywhere…", icon: "sign-out", onSelect: () => choose("sign-out") },
    { separator: true },
    { label: "Deactivate…", icon: "cross", danger: true, onSelect: () => choose("deactivate") },
  ];
}
