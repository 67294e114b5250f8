import type { Entry, EventKind } from "../events";
import type { administrationEvents } from "../events/administration";
import { checklistSentences } from "./checklist";
import { incidentSentences } from "./incident";
import type { Names } from "./names";
import { peopleSentences } from "./people";
import { recordSentences } from "./record";
import type { Describers, Sentence } from "./sentence";
import { summarySentences } from "./summary";
import { inOneLine, tell } from "./tell";
import { timeBoxSentences } from "./time-box";
import { updateSentences } from "./update";

export type { Names } from "./names";
export type { Part, Sentence, SentenceIcon } from "./sentence";

/**
 * One for every kind that stands in an incident: a new kind without its sentence does not compile. Those of the audit
 * log are in `audit.ts`: the room loads none of them.
 */
const sentences: Describers<Exclude<EventKind, keyof typeof administrationEvents>> = {
  ...incidentSentences,
  ...peopleSentences,
  ...recordSentences,
  ...checklistSentences,
  ...timeBoxSentences,
  ...updateSentences,
  ...summarySentences,
};

/**
 * Says what an entry of an incident tells, in the words of now: names come from `names`, never from the entry. Only a
 * gap has the value that it had then.
 */
export function describe(entry: Entry, names: Names): Sentence {
  return tell(sentences, entry, names.asOf(entry.seq));
}

/** Whether an earlier entry tells of it, too: sections that one act added are told at the first of them. */
export function isToldBefore(entry: Entry, names: Names): boolean {
  if (entry.kind !== "checklist.started") return false;
  const { checklistId } = entry.data;
  return names.addedWith(checklistId).indexOf(checklistId) > 0;
}

/**
 * The same on one line, for exports: `Sam noted: Queue depth 1,284 and rising.`
 * @returns text without markup; what was redacted is `[redacted]`
 */
export function plainSentence(entry: Entry, names: Names): string {
  return inOneLine(describe(entry, names));
}
