import type { UpdateInput } from "@/lib/updates/schemas";

/** What an author posts; `number` must be the next one. */
export function anUpdate(number: number, changes: Partial<UpdateInput> = {}): UpdateInput {
  return {
    number,
    current: "New orders go through; old ones wait.",
    progress: "Rolled back to the last good release.",
    blockers: "None.",
    nextMinutes: null,
    sources: [],
    draftedTo: null,
    ...changes,
  };
}
