"use client";

import { Command as Cmdk } from "cmdk";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Marked } from "@/components/ui/marked";
import { Time } from "@/components/ui/time";
import { useReturnFocus } from "@/components/ui/use-return-focus";
import { Kbd } from "@/components/ui/kbd";
import { paletteWords, useOfferedCommands, type Command, type CommandGroup } from "./commands";
import { keyScopes } from "./keys";
import { useGo } from "./leaving";
import { fittingGroups, paletteGroups } from "./palette.rules";
import { useFound } from "./use-found";

/** Everything that can be done or gone to, found by typing. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const focus = useReturnFocus();
  const go = useGo();
  const [query, setQuery] = useState(() => paletteWords.get());
  const { groups, search } = useOfferedCommands();
  const [keyed] = useState(() => paletteGroups(keyScopes.get()));
  const found = useFound(query, search);
  const offered = fittingGroups([...groups, ...keyed], query);
  const [selected, setSelected] = useState("");
  // What was selected may be gone, and what the server finds comes later: then the first is.
  const shown = [...offered, ...found.groups].flatMap(({ commands }) => commands.map(({ id }) => id));
  const value = shown.includes(selected) ? selected : (shown[0] ?? "");

  function choose(command: Command) {
    onClose();
    // After the dialog has given the focus back, so that what opens next can take it.
    setTimeout(() => (command.href ? go(command.href) : command.run?.()));
  }

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="bg-scrim fixed inset-0 z-40" />
        <Radix.Content
          {...focus}
          aria-describedby={undefined}
          className="animate-rise border-card bg-raised shadow-pop phone:top-3 fixed inset-x-3 top-[12vh] z-50 mx-auto max-w-140 overflow-hidden rounded-lg border"
        >
          <Radix.Title className="sr-only">Search or run a command</Radix.Title>
          <Cmdk
            label="Search or run a command"
            loop
            shouldFilter={false}
            value={value}
            onValueChange={setSelected}
          >
            <div className="border-line flex items-center gap-2.5 border-b px-3.5">
              <Icon name="search" />
              <Cmdk.Input
                autoFocus
                value={query}
                onValueChange={setQuery}
                placeholder="Search or run a command"
                className="phone:text-lg h-11 min-w-0 flex-1 bg-transparent text-[15px] outline-none"
              />
              <Kbd keys="Escape" />
            </div>
            <Cmdk.List className="max-h-[min(420px,60vh)] overflow-y-auto pb-1.5">
              {!found.searching && (
                <Cmdk.Empty className="text-ink-2 px-3.5 py-5 text-center">
                  Nothing found for “{query}”. Try a key such as INC-42, or fewer letters.
                </Cmdk.Empty>
              )}
              {offered.map((group) => (
                <Group key={group.heading} group={group} onChoose={choose} />
              ))}
              {found.groups.map((group) => (
                <Group key={`found ${group.heading}`} group={group} onChoose={choose} />
              ))}
              {found.searching && <Cmdk.Loading className="meta px-3.5 py-2">Searching…</Cmdk.Loading>}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface GroupProps {
  group: CommandGroup;
  onChoose: (command: Command) => void;
}

function Group({ group, onChoose }: GroupProps) {
  if (group.commands.length === 0) return null;
  return (
    <Cmdk.Group
      heading={group.heading}
      className="[&>[cmdk-group-heading]]:meta [&>[cmdk-group-heading]]:px-3.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-0.5"
    >
      {group.commands.map((command) => (
        <Cmdk.Item
          key={command.id}
          value={command.id}
          onSelect={() => onChoose(command)}
          className="data-[selected=true]:bg-selected phone:min-h-11 flex min-h-8.5 cursor-default items-center gap-2.5 px-3.5 py-1"
        >
          <Icon name={command.icon ?? "chevron-right"} />
          <span className="min-w-0 flex-1">
            <span className="block truncate">
              {command.label}
              {command.hint && <span className="meta"> {command.hint}</span>}
              {command.at !== undefined && <Time at={command.at} className="meta tabular-nums" />}
            </span>
            {command.excerpt && (
              <span className="text-ink-2 line-clamp-2 text-xs wrap-anywhere">
                <Marked {...command.excerpt} />
              </span>
            )}
          </span>
          {command.keys && <Kbd keys={command.keys} />}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}
