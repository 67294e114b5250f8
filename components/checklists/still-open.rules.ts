import { formatCountdown } from "@/lib/kernel/durations";
import type { CriterionStateRow, IncidentState } from "@/lib/timeline/fold/state";
import { firstDueAt } from "@/lib/updates/first-due.rules";

/** What an incident still waits for besides its steps, as it concerns one person. */
export interface StillOpen {
  /** What about command waits: this person was asked, it is offered to them by somebody, or nobody has it. */
  command: { kind: "asked" | "nobody" } | { kind: "offered"; byId: string } | null;
  /** How many exit criteria of "resolved" are open. */
  criteria: number;
  /** The status, where this person moves it and it does not say yet that the worst is over. */
  still: "investigating" | "mitigating" | null;
  update: { number: number; dueAt: number } | null;
}

type Known = Pick<IncidentState, "status" | "commanderId" | "offer" | "cadence"> & {
  criteria: readonly Pick<CriterionStateRow, "gate" | "state">[];
};

/**
 * What is open in an incident that runs when no step is.
 * @param leads whether this person moves its status
 */
export function stillOpen(state: Known, me: string, leads = false): StillOpen {
  const { status } = state;
  const { open } = state.cadence;
  const dueAt = firstDueAt(state.cadence);
  return {
    command: commandWaits(state, me),
    criteria: state.criteria.filter((row) => row.gate === "resolved" && row.state === "open").length,
    still: leads && (status === "investigating" || status === "mitigating") ? status : null,
    update: open && dueAt !== null ? { number: open.update, dueAt } : null,
  };
}

/**
 * The same in words: `2 exit criteria are open; its status is still mitigating; update 4 is due in 04:10.` Empty when nothing is.
 * @param now milliseconds since 1970
 * @param name of a person
 */
export function stillOpenWords(open: StillOpen, now: number, name: (personId: string) => string): string {
  const { command, criteria, still, update } = open;
  const waits =
    command?.kind === "offered"
      ? `${name(command.byId)} offers you command`
      : command && (command.kind === "asked" ? "you are asked to command" : "nobody has command");
  const asked = criteria > 0 && `${criteria} exit ${criteria === 1 ? "criterion is" : "criteria are"} open`;
  const words = [waits, asked, still && `its status is still ${still}`, update && updateWords(update, now)]
    .filter(Boolean)
    .join("; ");
  return words && `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function commandWaits({ status, commanderId, offer }: Known, me: string): StillOpen["command"] {
  if (status === "declared") {
    if (commanderId === null) return { kind: "nobody" };
    return commanderId === me ? { kind: "asked" } : null;
  }
  return offer?.toId === me && commanderId ? { kind: "offered", byId: commanderId } : null;
}

function updateWords({ number, dueAt }: NonNullable<StillOpen["update"]>, now: number): string {
  const left = formatCountdown(dueAt - now);
  return dueAt > now ? `update ${number} is due in ${left}` : `update ${number} is overdue, ${left}`;
}
