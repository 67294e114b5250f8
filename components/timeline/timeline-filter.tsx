"use client";

import { Button } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { groupLabels } from "@/lib/record/kinds.rules";
import type { FilterProps } from "./filter-items";

/** Narrows the timeline down to kinds, a person, or what is pinned. */
export function TimelineFilter(props: FilterProps) {
  return (
    <DropdownMenu
      items={async () => (await import("./filter-items")).filterItems(props)}
      trigger={
        <Button size="sm" variant="quiet">
          <span className="max-w-40 truncate">{filterWords(props)}</span>
          <Icon name="chevron-down" size="xs" />
        </Button>
      }
    />
  );
}

function filterWords({ view, people }: FilterProps): string {
  const words = [
    view.group && groupLabels[view.group],
    view.pinnedOnly && "Pinned",
    view.personId && (people.find(({ id }) => id === view.personId)?.name ?? "Somebody"),
  ];
  return words.filter(Boolean).join(", ") || "All kinds";
}
