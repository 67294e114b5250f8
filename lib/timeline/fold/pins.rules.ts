import type { ChecklistState } from "./state";

/** A version of a runbook, as one parser version reads it. */
export interface Pin {
  runbookVersionId: string;
  parserVersion: number;
}

/** What has the words of these checklists, each once: the versions they are at, and those that left steps are of. */
export function pinsOf(lists: readonly ChecklistState[]): Pin[] {
  const pins = new Map<string, Pin>();
  for (const list of lists) {
    for (const { runbookVersionId, parserVersion } of [
      list,
      ...list.items.flatMap(({ leftAt }) => leftAt ?? []),
    ]) {
      if (runbookVersionId && parserVersion)
        pins.set(`${runbookVersionId}@${parserVersion}`, { runbookVersionId, parserVersion });
    }
  }
  return [...pins.values()];
}
