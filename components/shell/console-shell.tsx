"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, type ReactNode } from "react";
import { signOutHere } from "@/components/auth/sign-out";
import { Notices } from "@/components/live/notices";
import { ADMIN_PLACES } from "@/components/settings/admin-places";
import { sound } from "@/components/ui/tone";
import { useCommands, useCommandSearch, type CommandGroup, type CommandSearch } from "./commands";
import { ConsoleFrame } from "./console-frame";
import type { ShellPerson } from "./profile-menu";
import type { Theme } from "./theme.rules";

interface ConsoleShellProps {
  person: ShellPerson;
  theme: Theme;
  /** Whether notices and the clock may sound. */
  sounds: boolean;
  children: ReactNode;
}

/** The frame with what is on every screen: notices and the way out. */
export function ConsoleShell({ person, theme, sounds, children }: ConsoleShellProps) {
  useEffect(() => sound.set(() => sounds), [sounds]);
  const client = useQueryClient();
  useCommandSearch(useMemo(() => searchOf(client), [client]));
  useCommands(
    "console",
    useMemo(() => quietPlaces(person), [person]),
  );
  return (
    <ConsoleFrame person={person} theme={theme} onSignOut={() => void signOutHere()}>
      <Notices />
      {children}
    </ConsoleFrame>
  );
}

/** Its code is fetched with the first words that are looked for. */
function searchOf(client: QueryClient): CommandSearch {
  return async (query, signal) => {
    const { consoleSearch } = await import("./console-search");
    return consoleSearch(client)(query, signal);
  };
}

/** Places that no key leads to. */
function quietPlaces({ administers }: ShellPerson): CommandGroup[] {
  const administration = ADMIN_PLACES.map(({ href, label }) => ({ id: href, label, href }));
  return [
    {
      heading: "You",
      commands: [
        {
          id: "profile",
          label: "Profile",
          words: "password time zone theme",
          icon: "person",
          href: "/profile",
        },
      ],
    },
    ...(administers ? [{ heading: "Administration", commands: administration }] : []),
  ];
}
