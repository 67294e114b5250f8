"use client";

import type { ReactNode } from "react";
import { signOutHere } from "@/components/auth/sign-out";
import { Notices } from "@/components/live/notices";
import { useCommandSearch } from "./commands";
import { ConsoleFrame } from "./console-frame";
import { searchConsole } from "./console-search";
import type { ShellPerson } from "./profile-menu";
import type { Theme } from "./theme.rules";

interface ConsoleShellProps {
  person: ShellPerson;
  theme: Theme;
  /** Whether notices may sound. */
  sound: boolean;
  children: ReactNode;
}

/** The frame with what is on every screen: notices and the way out. */
export function ConsoleShell({ person, theme, sound, children }: ConsoleShellProps) {
  useCommandSearch(searchConsole);
  return (
    <ConsoleFrame person={person} theme={theme} onSignOut={() => void signOutHere()}>
      <Notices sound={sound} />
      {children}
    </ConsoleFrame>
  );
}
