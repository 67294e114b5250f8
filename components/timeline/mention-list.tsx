"use client";

import { cn } from "@/components/ui/cn";
import type { Mentionable } from "./mentions.rules";

interface MentionListProps {
  id: string;
  suggestions: readonly Mentionable[];
  active: number;
  choose: (person: Mentionable) => void;
}

/** People to mention, above the field. The field keeps the focus and says which one is meant. */
export function MentionList({ id, suggestions, active, choose }: MentionListProps) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label="People to mention"
      className="border-card bg-raised shadow-pop absolute inset-x-3.5 bottom-full z-20 mb-1 overflow-hidden rounded-md border py-1"
    >
      {suggestions.map((person, index) => (
        <li
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => {
            // Before the field loses the focus.
            event.preventDefault();
            choose(person);
          }}
          className={cn(
            "phone:py-3 cursor-pointer px-3 py-1.5",
            index === active ? "bg-selected" : "hover:bg-hover",
          )}
        >
          {person.name}
        </li>
      ))}
    </ul>
  );
}
