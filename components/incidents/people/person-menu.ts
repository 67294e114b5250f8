import type { MenuItem } from "@/components/ui/menu-items";
import type { IncidentRole } from "@/lib/timeline/events/common";
import type { Present } from "./people.rules";
import { ROLE_WORDS } from "./role-words";

interface PersonMenuContext {
  isMe: boolean;
  /** How many steps they have in hand, or were given: who leaves gives them back. */
  steps: number;
  mayGiveRoles: boolean;
  give: (role: IncidentRole) => void;
  remove: () => void;
  leave: () => void;
}

const ROLES: readonly IncidentRole[] = ["deputy", "communications_lead", "scribe", "responder"];

/** What can be done about a person who takes part; empty for those who may do nothing. */
export function personMenu({ role }: Present, ask: PersonMenuContext): MenuItem[] {
  const roles: MenuItem[] = ask.mayGiveRoles
    ? [
        { heading: "Role" },
        ...ROLES.map((one) => ({
          label: capital(ROLE_WORDS[one]),
          checked: one === role,
          onSelect: () => one !== role && ask.give(one),
        })),
      ]
    : [];
  const line: MenuItem[] = roles.length > 0 ? [{ separator: true }] : [];
  if (ask.isMe) return [...roles, ...line, { label: leaveWords(ask.steps), onSelect: ask.leave }];
  if (!ask.mayGiveRoles) return [];
  return [...roles, ...line, { label: "Take out of the incident", danger: true, onSelect: ask.remove }];
}

function leaveWords(steps: number): string {
  if (steps === 0) return "Leave the incident";
  return `Leave, and give back ${steps === 1 ? "a step" : `${steps} steps`}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
