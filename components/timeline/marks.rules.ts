import type { EntriesDto } from "@/lib/record/dto";
import { pinsAfter } from "@/lib/record/record.rules";
import type { Entry, EntryOf } from "@/lib/timeline/events";
import { redactedTexts } from "@/lib/timeline/redacted-entries.rules";

export type Correction = EntryOf<"entry.corrected" | "entry.time_corrected">;

/** What later entries say about earlier ones. */
export interface Marks {
  /** By the number of the corrected entry, oldest first. */
  corrections: ReadonlyMap<number, readonly Correction[]>;
  pins: ReadonlySet<number>;
  /** Texts whose words are gone. */
  redacted: ReadonlySet<string>;
}

/**
 * Puts together what pages and live entries say.
 * @param pages as they were read, whenever that was
 * @param live the newest entries without a gap up to now, newest first: what happened since
 */
export function gatherMarks(
  pages: readonly Pick<EntriesDto, "entries" | "marks">[],
  live: readonly Entry[],
): Marks {
  const known = [...live, ...pages.flatMap((page) => [...page.entries, ...page.marks.corrections])];
  const bySeq = new Map(known.map((entry) => [entry.seq, entry]));
  const oldestFirst = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const before = pages.flatMap((page) => page.marks.pins);
  return {
    corrections: groupCorrections(oldestFirst.filter(isCorrection)),
    pins: new Set(pinsIn(live, before)),
    redacted: redactedTexts(oldestFirst),
  };
}

/**
 * The pinned entries' numbers after these entries.
 * @param entries newest first
 * @param before what was pinned before them
 */
export function pinsIn(entries: readonly Entry[], before: readonly number[] = []): number[] {
  const known = before.map((seq) => ({ kind: "entry.pinned", seq }));
  return pinsAfter([...known, ...entries.toReversed().flatMap(pinEvent)]);
}

function groupCorrections(corrections: readonly Correction[]): Map<number, Correction[]> {
  const groups = new Map<number, Correction[]>();
  for (const correction of corrections) {
    groups.set(correction.data.seq, [...(groups.get(correction.data.seq) ?? []), correction]);
  }
  return groups;
}

function isCorrection(entry: Entry): entry is Correction {
  return entry.kind === "entry.corrected" || entry.kind === "entry.time_corrected";
}

function pinEvent(entry: Entry): { kind: string; seq: number }[] {
  if (entry.kind !== "entry.pinned" && entry.kind !== "entry.unpinned") return [];
  return [{ kind: entry.kind, seq: entry.data.seq }];
}
