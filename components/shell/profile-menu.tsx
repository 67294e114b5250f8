"use client";

import { createContext, useContext } from "react";
import { Avatar } from "@/components/ui/avatar";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import type { MenuItem } from "@/components/ui/menu-items";
import { openKeyHelp } from "./key-help";
import { setTheme, useTheme } from "./theme";
import type { Theme } from "./theme.rules";

/** Who is signed in, as the shell shows it. */
export interface ShellPerson {
  name: string;
  email: string;
  /** May open the administration pages. */
  administers?: boolean;
}

interface Shell {
  person: ShellPerson;
  theme: Theme;
  onSignOut: () => void;
}

const ShellContext = createContext<Shell | null>(null);
export const ShellProvider = ShellContext.Provider;

/** The menu behind a person's own initials; nothing outside the console. */
export function ProfileMenu({ className, side }: { className?: string; side?: "right" | "bottom" }) {
  const shell = useContext(ShellContext);
  const theme = useTheme(shell?.theme ?? "system");
  if (!shell) return null;
  return (
    <DropdownMenu
      side={side}
      items={itemsFor(shell, theme)}
      trigger={
        <button
          type="button"
          aria-label={`${shell.person.name}, profile`}
          title={shell.person.name}
          className={className}
        >
          <Avatar name={shell.person.name} />
        </button>
      }
    />
  );
}

const THEME_WORDS = { system: "As the system", light: "Light", dark: "Dark" } as const;

function itemsFor({ person, onSignOut }: Shell, chosen: Theme): MenuItem[] {
  const themes = (["system", "light", "dark"] as const).map((theme) => ({
    label: THEME_WORDS[theme],
    checked: theme === chosen,
    onSelect: () => setTheme(theme),
  }));
  return [
    { heading: `${person.name}, ${person.email}` },
    { label: "Profile", icon: "person", href: "/profile" },
    ...(person.administers ? [{ label: "Administration", icon: "settings" as const, href: "/admin" }] : []),
    { label: "Keys", icon: "keyboard", kbd: "?", onSelect: openKeyHelp },
    { heading: "Theme" },
    ...themes,
    { separator: true },
    { label: "Sign out", icon: "sign-out", onSelect: onSignOut },
  ];
}
