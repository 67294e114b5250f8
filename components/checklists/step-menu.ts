import type { RoomView } from "@/components/room/use-room-view";
import type { MenuItem } from "@/components/ui/menu-items";
import { movesOf } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";
import { doneWithout, moveOrAsk, newStepFor, remarkFor, tickOf, type TickView } from "./step-requests";
import type { StepWrites } from "./use-step-writes";
import type { StepView } from "./view.rules";
import type { WordsRequest } from "./words-dialog";

interface StepMenuContext {
  room: Pick<RoomView, "me" | "people" | "state">;
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
  /** Why nothing can be given now, though all that is kept can be done. */
  waits: string | undefined;
}

const LABELS: Record<StepState, string> = {
  todo: "Back to to do",
  in_progress: "Take",
  done: "Done",
  skipped: "Skip…",
  failed: "Failed…",
  blocked: "Blocked…",
  not_applicable: "Not applicable",
};

const KEYS: Partial<Record<StepState, string>> = { skipped: "S", failed: "X" };

/** Everything that can be done about a step. */
export function stepMenu(step: StepView, context: StepMenuContext): MenuItem[] {
  const { room, writes, ask } = context;
  const tick = tickOf(step, room.me.id);
  const possible = movesOf(step.item).filter((to) => !(tick.label === "Take it back" && to === "done"));
  const alone =
    writes.mayWaive && step.needs.secondPerson && possible.includes("done") && tick.label !== "Confirm";
  const moves = possible.map((to) => ({
    label: labelOf(to, step, tick),
    kbd: to === tick.to ? "T" : KEYS[to],
    onSelect: () => moveOrAsk(step, to, { writes, ask }),
  }));
  return [
    ...moves,
    ...(alone
      ? [
          {
            label: "Done without a second person…",
            onSelect: () => ask(doneWithout(step, "second_person", writes)),
          },
        ]
      : []),
    { separator: true },
    { label: "Note…", kbd: "N", onSelect: () => ask(remarkFor(step, "comment", writes)) },
    { label: "Evidence…", onSelect: () => ask(remarkFor(step, "evidence", writes)) },
    { label: "Add a step below…", onSelect: () => ask(newStepFor(step.list.id, writes, step)) },
    { separator: true },
    ...giveItems(step, context),
  ];
}

/** To whom it can be given: those who take part. */
function giveItems(step: StepView, { room, writes, waits }: StepMenuContext): MenuItem[] {
  if (waits) return [{ label: "Give it to somebody", notYet: waits }];
  const { assigneeId } = step.item;
  const me = room.me.id;
  const present = room.state.participants.filter((p) => p.leftAt === null).map((p) => p.personId);
  const there = room.people.filter(({ id }) => present.includes(id) && id !== me);
  return [
    { heading: "Give it to" },
    ...(assigneeId === me ? [] : [{ label: "Me", onSelect: () => void writes.assign(step, me) }]),
    ...there.map((person) => ({ label: person.name, onSelect: () => void writes.assign(step, person.id) })),
    ...(assigneeId ? [{ label: "Nobody", onSelect: () => void writes.assign(step, null) }] : []),
  ];
}

function labelOf(to: StepState, { item }: StepView, tick: TickView): string {
  if (to !== "todo" && to === tick.to) return tick.label;
  if (to !== "todo") return LABELS[to];
  if (tick.label === "Take it back") return tick.label;
  return item.state === "blocked" ? "No longer blocked" : LABELS.todo;
}
