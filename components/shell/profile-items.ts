import type { MenuItem } from "@/components/ui/menu-items";
import { openKeyHelp } from "./key-help";

/** Who is signed in, as the shell shows it. */
export interface ShellPerson {
  name: string;
  email: string;
  /** May open the administration pages. */
  administers?: boolean;
}

/** The lines of the menu behind a person's own initials. */
export function profileItems(person: ShellPerson, onSignOut: () => void): MenuItem[] {
  return [
    { heading: `${person.name}, ${person.email}` },
    { label: "Profile", icon: "person", href: "/profile" },
    ...(person.administers ? [{ label: "Administration", icon: "settings" as const, href: "/admin" }] : []),
    { label: "Keys", icon: "keyboard", kbd: "?", onSelect: openKeyHelp },
    { separator: true },
    { label: "Sign out", icon: "sign-out", onSelect: onSignOut },
  ];
}
