import { REDACTED } from "@/lib/kernel/redacted";
import type { Entry, EventKind } from "../events";
import { administrationSentences } from "./administration";
import { checklistSentences } from "./checklist";
import { incidentSentences } from "./incident";
import type { Names } from "./names";
import { peopleSentences } from "./people";
import { recordSentences } from "./record";
import { type Describers, type Said, type Sentence } from "./sentence";
import { summarySentences } from "./summary";
import { timeBoxSentences } from "./time-box";
import { updateSentences } from "./update";

export type { Names } from "./names";
export type { Part, Sentence, SentenceIcon } from "./sentence";

/** One for every kind: a new kind without its sentence does not compile. */
const sentences: Describers<EventKind> = {
  ...incidentSentences,
  ...peopleSentences,
  ...recordSentences,
  ...checklistSentences,
  ...timeBoxSentences,
  ...updateSentences,
  ...summarySentences,
  ...administrationSentences,
};

/** Says what an entry tells, in the words of now: names come from `names`, never from the entry. */
export function describe(entry: Entry, names: Names): Sentence {
  const describer = sentences[entry.kind] as (entry: Entry, names: Names) => Said;
  const { nobody, ...said } = describer(entry, names);
  return { who: nobody ? null : actorOf(entry, names), ...said };
}

/**
 * The same on one line, for exports: `Sam noted: Queue depth 1,284 and rising.`
 * @returns text without markup; what was redacted is `[redacted]`
 */
export function plainSentence(entry: Entry, names: Names): string {
  const { who, parts, quote } = describe(entry, names);
  const sentence = parts.map((part) => ("object" in part ? part.object : part.text)).join("");
  const words = quote === undefined ? "" : `: ${(quote ?? REDACTED).replaceAll(/\s+/g, " ").trim()}`;
  return `${who ? `${who} ` : ""}${sentence}${words}`;
}

function actorOf({ actor }: Entry, names: Names): string {
  if (actor.kind === "system" || actor.id === null) return "The console";
  if (actor.kind === "token") return names.machine(actor.id);
  return actor.id === names.me ? "You" : names.person(actor.id);
}
