import { formatTime } from "@/lib/kernel/clock-times";
import { isGivenUp } from "@/lib/checklists/alternatives.rules";
import { needWords } from "@/lib/checklists/needs.rules";
import { inWords, isEnded } from "@/lib/checklists/step.rules";
import type { RoomView } from "@/components/room/use-room-view";
import { calledWords, waitWords } from "@/lib/room/calls.rules";
import { hasEvidence } from "./step-requests";
import type { StepCursor } from "./use-step-cursor";
import type { StepView } from "./view.rules";

type Known = Pick<RoomView, "names" | "me" | "timeZone" | "checklists">;

/** Why this step is on the card. */
export function reasonWords(
  { reason, isChosen, before }: Pick<StepCursor, "reason" | "isChosen" | "before">,
  step: StepView,
  { names, me, timeZone, checklists }: Known,
): string {
  const section = checklists.find(({ list }) => list.id === step.list.id);
  const at = step.item.changedAt ? formatTime(Date.parse(step.item.changedAt), timeZone) : "";
  switch (reason?.kind) {
    case "yours_in_progress":
      return step.item.changedById === me.id
        ? `You took it at ${at}.`
        : `You have it. ${begunWords(step, at, names)}.`;
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
    case "left_in_hand":
      return `${begunWords(step, at, names)}, and nobody has it now.`;
    case "goes_on":
    case "first_open":
    case "next_open":
    case "shared":
      return [section && calledWords(section), openWords[reason.kind]].filter(Boolean).join(" ");
    default:
      return [
        isChosen && "You chose it.",
        section && waitWords(section),
        before && `“${before.title}” comes before it.`,
      ]
        .filter(Boolean)
        .join(" ");
  }
}

function begunWords({ item }: StepView, at: string, names: Known["names"]): string {
  return `${item.changedById ? names.person(item.changedById) : "Somebody"} began it at ${at}`;
}

const openWords = {
  goes_on: "The next open step where you work.",
  first_open: "The first open step that nobody has.",
  next_open: "The next open step; those before it are offered to others who are here.",
  shared: "Open, and offered to others who are here, too.",
};

/** Why nothing is left to do about it: `Ben Cole: done at 03:12.` */
export function overWords(
  { item, list, asks }: StepView,
  { names, me, timeZone, checklists }: Known,
): string {
  const name = (id: string) => (id === me.id ? "You" : names.person(id));
  if (item.state === "in_progress" && item.asked) return "It waits for a second person.";
  if (item.state === "todo" || item.state === "in_progress") {
    if (item.assigneeId) return `${name(item.assigneeId)} has it now.`;
    const section = checklists.find((view) => view.list.id === list.id);
    const way = section?.steps.find((one) => one.item.id === item.parentId);
    if (way && isGivenUp({ state: way.item.state, choice: way.step?.choiceKey ?? null }))
      return `“${way.title}”: ${inWords(way.item.state)}.`;
    return (section && waitWords(section)) ?? (asks ? "It is answered." : "Another option was enough.");
  }
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

/** Where alternatives stand: their section, and the step that they are below; a question is their title. */
export function choiceWords(
  { item }: StepView,
  sectionTitle: string,
  { checklists }: Pick<RoomView, "checklists">,
): string {
  const steps = checklists.flatMap((view) => view.steps);
  const above = steps.find((other) => other.item.id === item.parentId && !other.asks);
  return [sectionTitle, above?.title, "pick the one that fits"].filter(Boolean).join(" · ");
}

/** What the step still needs: "needs evidence · 15 min"; nothing once it is over. */
export function openNeeds({ item, needs }: StepView): string {
  if (isEnded(item.state)) return "";
  return needWords({ ...needs, evidence: needs.evidence && !hasEvidence(item) });
}
