"use client";

import { Button } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { MenuItem } from "@/components/ui/menu-items";
import { groupLabels, kindGroups } from "@/lib/record/kinds.rules";
import type { TimelineView } from "./view.rules";

interface FilterProps {
  view: TimelineView;
  onChange: (view: TimelineView) => void;
  people: readonly { id: string; name: string }[];
}

/** Narrows the timeline down to kinds, a person, or what is pinned. */
export function TimelineFilter({ view, onChange, people }: FilterProps) {
  const set = (change: Partial<TimelineView>) => onChange({ ...view, ...change });
  const items: MenuItem[] = [
    {
      label: "All kinds",
      checked: view.group === null && !view.pinnedOnly,
      onSelect: () => set({ group: null, pinnedOnly: false }),
    },
    ...kindGroups.map((group) => ({
      label: groupLabels[group],
      checked: view.group === group,
      onSelect: () => set({ group: view.group === group ? null : group }),
    })),
    { label: "Pinned", checked: view.pinnedOnly, onSelect: () => set({ pinnedOnly: !view.pinnedOnly }) },
    { separator: true },
    { heading: "By" },
    { label: "Everyone", checked: view.personId === null, onSelect: () => set({ personId: null }) },
    ...people.map(({ id, name }) => ({
      label: name,
      checked: view.personId === id,
      onSelect: () => set({ personId: view.personId === id ? null : id }),
    })),
  ];
  return (
    <DropdownMenu
      items={items}
      trigger={
        <Button size="sm" variant="quiet">
          <span className="max-w-40 truncate">{filterWords(view, people)}</span>
          <Icon name="chevron-down" size="xs" />
        </Button>
      }
    />
  );
}

function filterWords(view: TimelineView, people: FilterProps["people"]): string {
  const words = [
    view.group && groupLabels[view.group],
    view.pinnedOnly && "Pinned",
    view.personId && (people.find(({ id }) => id === view.personId)?.name ?? "Somebody"),
  ];
  return words.filter(Boolean).join(", ") || "All kinds";
}
