import type { MenuItem } from "@/components/ui/menu-items";
import { isOver } from "@/lib/checklists/step.rules";
import { decideWalk } from "@/lib/incidents/status.rules";
import type { Names } from "@/lib/timeline/describe";
import type { IncidentRole } from "@/lib/timeline/events/common";
import type { IncidentState } from "@/lib/timeline/fold/state";
import type { Present } from "./people.rules";
import { ROLE_WORDS } from "./role-words";

interface PersonMenuContext {
  isMe: boolean;
  mayGiveRoles: boolean;
  give: (role: IncidentRole) => void;
  remove: () => void;
  leave: () => void;
}

const ROLES: readonly IncidentRole[] = ["deputy", "communications_lead", "scribe", "responder"];

/** What can be done about a person who takes part, by themselves or by who gives roles. */
export function personMenu(
  { personId, role }: Present,
  state: Pick<IncidentState, "checklists" | "status">,
  names: Names,
  ask: PersonMenuContext,
): MenuItem[] {
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
  const steps = (decideWalk(state.status).ok ? state.checklists : [])
    .flatMap(({ items }) => items)
    .filter((item) => item.assigneeId === personId && !item.left && !item.asked && !isOver(item.state));
  const hint =
    steps.length > 0 ? `Gives back: ${steps.map(({ id }) => names.step(id)).join(", ")}` : undefined;
  const line: MenuItem[] = roles.length > 0 ? [{ separator: true }] : [];
  if (ask.isMe) return [...roles, ...line, { label: "Leave the incident", hint, onSelect: ask.leave }];
  return [...roles, ...line, { label: "Take out of the incident", hint, danger: true, onSelect: ask.remove }];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
