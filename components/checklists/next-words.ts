import { formatTime } from "@/lib/kernel/clock-times";
import { needWords } from "@/lib/checklists/needs.rules";
import { inWords, isEnded } from "@/lib/checklists/step.rules";
import type { NextReason } from "@/lib/room/next-for-you.rules";
import type { RoomView } from "@/components/room/use-room-view";
import { resolvedWords } from "./end-words.rules";
import { hasEvidence } from "./step-requests";
import type { StepView } from "./view.rules";

type Known = Pick<RoomView, "names" | "me" | "timeZone">;

/** Why this step is the next one. */
export function reasonWords(reason: NextReason | null, step: StepView, { names, timeZone }: Known): string {
  const at = step.item.changedAt ? formatTime(Date.parse(step.item.changedAt), timeZone) : "";
  switch (reason?.kind) {
    case "yours_in_progress":
      return `You took it at ${at}.`;
    case "given_to_you":
      return "It was given to you.";
    case "confirm":
      return `${reason.personId ? names.person(reason.personId) : "Somebody"} did it and needs a second person: look, then confirm.`;
    case "waits_for_second":
      return `You did it at ${at}. It waits for a second person.`;
    case "yours_failed":
      return `It failed at ${at}.`;
    case "blocked":
      return `Blocked since ${at}.`;
    case "first_open":
      return "The first open step that nobody has.";
    case "next_open":
      return "The next open step; those before it are offered to others who are here.";
    default:
      return "You chose it.";
  }
}

/** Why nothing is left to do about it: `Ben Cole: done at 03:12.` */
export function overWords({ item }: StepView, { names, me, timeZone }: Known): string {
  const name = (id: string) => (id === me.id ? "You" : names.person(id));
  if (item.state === "todo") {
    return item.assigneeId ? `${name(item.assigneeId)} has it now.` : "Another option was enough.";
  }
  if (item.state === "in_progress" && item.asked) return "It waits for a second person.";
  const at = item.changedAt ? ` at ${formatTime(Date.parse(item.changedAt), timeZone)}` : "";
  const who = item.changedById ? `${name(item.changedById)}: ` : "";
  const words = `${who}${inWords(item.state)}${at}.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where it stands: its section, its place there, and on what it depends. */
export function whereWords(view: StepView, sectionTitle: string): string {
  const { item, step, list } = view;
  const items = list.items.filter(({ left }) => !left);
  const position = items.findIndex(({ id }) => id === item.id) + 1;
  return [`${sectionTitle}, ${position} of ${items.length}`, step?.condition, openNeeds(view)]
    .filter(Boolean)
    .join(" · ");
}

/** What to say when no step is next. */
export function nothingWords({ checklists, state }: Pick<RoomView, "checklists" | "state">): string {
  if (state.status === "resolved") return resolvedWords(state);
  if (state.status === "closed") return "The incident is closed.";
  if (state.status === "cancelled") return "The incident was cancelled.";
  if (checklists.length === 0) return "No checklist is being walked yet. Add a section of a runbook below.";
  return "Nothing is open for you. Others have the rest in hand.";
}

/** What the step still needs: "needs evidence · 15 min"; nothing once it is over. */
export function openNeeds({ item, needs }: StepView): string {
  if (isEnded(item.state)) return "";
  return needWords({ ...needs, evidence: needs.evidence && !hasEvidence(item) });
}
