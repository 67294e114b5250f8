"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { useServerNow } from "@/components/clock/use-server-now";
import { PersonChip } from "@/components/incident-parts/person-chip";
import { Button, IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { PanelHead } from "@/components/ui/panel";
import { toast } from "@/components/ui/toast";
import { formatDuration } from "@/lib/kernel/durations";
import type { IncidentView } from "../incident-view";
import { personMenu } from "./person-menu";
import { isHere, peopleHere, type Present } from "./people.rules";
import { ROLE_WORDS, SHORT_ROLE_WORDS } from "./role-words";
import { usePeopleWrites } from "./use-people-writes";

const AddPersonDialog = dynamic(() => import("./add-person-dialog").then((m) => m.AddPersonDialog));
const ContactsDialog = dynamic(() => import("./contacts-dialog").then((m) => m.ContactsDialog));

/** Who takes part, as what, and who is here; roles are given from each one's menu. */
export function PeopleList({ room }: { room: IncidentView }) {
  const { state, me, presence } = room;
  const now = useServerNow({ step: 10_000 });
  const [dialog, setDialog] = useState<"add" | "contacts" | null>(null);
  const writes = usePeopleWrites(room);
  const people = peopleHere(state.participants, {
    ...{ commanderId: state.commanderId, presence, me: me.id, now },
  });
  const commanderHere = state.commanderId === me.id || isHere(presence[state.commanderId ?? ""], now) ? 1 : 0;
  const here = people.filter((person) => person.here).length + commanderHere;
  const all = people.length + (state.commanderId ? 1 : 0);
  const takesPart = state.commanderId === me.id || people.some(({ personId }) => personId === me.id);
  return (
    <section aria-label="People" className="pb-2">
      <PanelHead title="Here now" count={`${here} of ${all}`}>
        {!takesPart && writes.mayJoin && (
          <Button size="sm" busy={writes.join.isPending} onClick={() => writes.join.mutate()}>
            Join
          </Button>
        )}
        {writes.mayGiveRoles && (
          <IconButton
            size="sm"
            icon="plus"
            label="Add somebody to the incident"
            onClick={() => setDialog("add")}
          />
        )}
        <Button size="sm" variant="quiet" icon="phone" onClick={() => setDialog("contacts")}>
          Contacts
        </Button>
      </PanelHead>
      {people.length === 0 && <p className="meta px-4">Nobody else takes part. The first tick joins.</p>}
      <ul className="phone:grid-cols-1 grid grid-cols-2 gap-x-2 gap-y-1 px-4">
        {people.map((person) => (
          <li key={person.personId} className="phone:min-h-11 group flex min-h-6 min-w-0 items-center">
            <Chip person={person} room={room} />
            <PersonActions person={person} room={room} writes={writes} />
          </li>
        ))}
      </ul>
      {dialog === "add" && (
        <AddPersonDialog room={room} open onOpenChange={(open) => !open && setDialog(null)} />
      )}
      {dialog === "contacts" && (
        <ContactsDialog room={room} open onOpenChange={(open) => !open && setDialog(null)} />
      )}
    </section>
  );
}

function Chip({ person, room }: { person: Present; room: IncidentView }) {
  const { here, awayMs, role, personId } = person;
  const away = here ? undefined : awayMs === null ? "not here" : `away ${formatDuration(awayMs)}`;
  return (
    <span className="min-w-0 flex-1" title={`${room.names.person(personId)}, ${ROLE_WORDS[role]}`}>
      <PersonChip
        name={room.names.person(personId)}
        role={SHORT_ROLE_WORDS[role]}
        away={away && (role === "responder" ? away : `${SHORT_ROLE_WORDS[role]}, ${away}`)}
        you={personId === room.me.id}
        className="max-w-full"
      />
    </span>
  );
}

function PersonActions({
  person,
  room,
  writes,
}: {
  person: Present;
  room: IncidentView;
  writes: ReturnType<typeof usePeopleWrites>;
}) {
  const items = personMenu(person, {
    isMe: person.personId === room.me.id,
    mayGiveRoles: writes.mayGiveRoles,
    give: (role) => writes.give.mutate({ personId: person.personId, role }, { onError }),
    remove: () => writes.remove.mutate(person.personId, { onError }),
    leave: () => writes.leave.mutate(undefined, { onError }),
  });
  if (items.length === 0) return null;
  return (
    <DropdownMenu
      items={items}
      trigger={<IconButton size="sm" icon="dots" label={`Role of ${room.names.person(person.personId)}`} />}
    />
  );
}

function onError(error: unknown) {
  toast.failed(messageOf(error));
}
