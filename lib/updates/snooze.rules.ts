import type { Refusal } from "@/lib/kernel/errors";
import { advance } from "./advance.rules";
import type { CadenceState } from "./cadence-state.rules";

/** The farthest a snooze reaches from now, in hours: a clock that is put away for good is a stopped one. */
const maxSnoozeHours = 24;

/**
 * Whether the open slot may be moved, once, with a reason, before it is due.
 * @param ask times in epoch milliseconds
 * @returns the due time before and after, or why not
 */
export function decideSnooze(
  before: CadenceState,
  ask: { at: number; until: number; reason: string },
): { ok: true; from: number; to: number } | Refusal {
  const { open } = advance(before, ask.at).state;
  if (!open) return refuse("conflict", "No update is due: the clock is stopped.");
  const update = `Update ${open.update}`;
  if (open.snoozeUsed) return refuse("conflict", `${update} was snoozed once already. Post it.`);
  if (ask.at >= open.dueAt) return refuse("conflict", `${update} is overdue. Post it.`);
  if (ask.reason.trim() === "") return refuse("invalid", "Say why the update can wait.");
  if (ask.until <= open.dueAt) return refuse("invalid", `${update} is due before that. Choose a later time.`);
  if (ask.until > ask.at + maxSnoozeHours * 3_600_000) {
    return refuse("invalid", `Snooze for at most ${maxSnoozeHours} hours.`);
  }
  return { ok: true, from: open.dueAt, to: ask.until };
}

function refuse(code: Refusal["code"], message: string): Refusal {
  return { ok: false, code, message };
}
