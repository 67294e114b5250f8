import type { CadenceState } from "./cadence-state.rules";

/**
 * When the update that is waited for was first due: before the open slot is, once one was missed since the last post.
 * People are told this time; what is missed next follows the slot. Null while the clock is stopped.
 */
export function firstDueAt({ anchor, open }: Pick<CadenceState, "anchor" | "open">): number | null {
  return open && (open.openedAt > anchor ? open.openedAt : open.dueAt);
}
