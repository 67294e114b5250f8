import type { EarlierText } from "@/components/ui/timeline-correction";
import { describe, type Names, type Sentence } from "@/lib/timeline/describe";
import type { Entry } from "@/lib/timeline/events";
import { REDACTED } from "@/lib/kernel/redacted";
import { withoutTexts } from "@/lib/timeline/redacted-entries.rules";
import type { Correction, Marks } from "./marks.rules";

/** Offline ticks arrive a little later than they happened: only more than this is shown as two times. */
const NOTABLE_MS = 60_000;

/** An entry as the list shows it. */
export interface Line {
  entry: Entry;
  sentence: Sentence;
  /** When it happened, by the latest correction: milliseconds since 1970. */
  at: number;
  /** When it was written down, if that was notably later. */
  enteredAt: number | undefined;
  /** Words before each correction, oldest first. */
  earlier: EarlierText[];
  /** The newest correction of its words, for a next one to build on. */
  correctedBy: number | null;
  pinned: boolean;
  /** The texts that can still be redacted: its own and those of its corrections. */
  texts: { id: string; words: string }[];
}

/** What the list shows of an entry, with everything that later ones say about it. */
export function lineOf(entry: Entry, marks: Marks, names: Names): Line {
  const corrections = marks.corrections.get(entry.seq) ?? [];
  const worded = corrections.filter((correction) => correction.kind === "entry.corrected");
  const [seen = entry] = withoutTexts([entry], marks.redacted);
  const words = worded.map((correction) => ({ correction, text: wordsOf(correction, marks.redacted) }));
  const latest = words.at(-1);
  const sentence = describe(seen, names);
  const times = timesOf(entry, corrections);
  return {
    entry: seen,
    sentence: withQuote(seen, sentence, latest?.text),
    ...times,
    earlier: words.map(({ correction }, index) => ({
      text: (index === 0 ? sentence.quote : words[index - 1]?.text) ?? REDACTED,
      correctedBy: correction.actor.id === names.me ? "you" : names.person(correction.actor.id ?? ""),
      correctedAt: Date.parse(correction.at),
    })),
    correctedBy: latest?.correction.seq ?? null,
    pinned: marks.pins.has(entry.seq),
    texts: [seen, ...withoutTexts(worded, marks.redacted)].flatMap(textsOf),
  };
}

/** Several lists of entries as one, newest first, each entry once. */
export function mergeEntries(...lists: (readonly Entry[])[]): Entry[] {
  const bySeq = new Map(lists.flat().map((entry) => [entry.seq, entry]));
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq);
}

/** A correction shows its words where they belong: at what it corrects. */
function withQuote(entry: Entry, sentence: Sentence, corrected: string | null | undefined): Sentence {
  if (entry.kind === "entry.corrected") return { ...sentence, quote: undefined };
  return corrected === undefined ? sentence : { ...sentence, quote: corrected };
}

function timesOf(entry: Entry, corrections: readonly Correction[]): Pick<Line, "at" | "enteredAt"> {
  const latest = corrections.findLast((correction) => correction.kind === "entry.time_corrected");
  const entered = Date.parse(entry.at);
  const at = Date.parse(latest?.data.to ?? entry.occurredAt ?? entry.at);
  return { at, enteredAt: Math.abs(entered - at) >= NOTABLE_MS ? entered : undefined };
}

function wordsOf(
  correction: Extract<Correction, { kind: "entry.corrected" }>,
  redacted: ReadonlySet<string>,
) {
  const { textId } = correction.data.text;
  return redacted.has(textId) ? null : (correction.texts[textId] ?? null);
}

function textsOf(entry: Entry): { id: string; words: string }[] {
  return Object.entries(entry.texts).flatMap(([id, words]) => (words === null ? [] : [{ id, words }]));
}
