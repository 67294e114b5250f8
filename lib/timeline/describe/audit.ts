import type { Entry } from "../events";
import type { administrationEvents } from "../events/administration";
import { administrationSentences } from "./administration";
import type { Names } from "./names";
import type { Describers, Sentence } from "./sentence";
import { tell } from "./tell";

/** One for every kind of the audit log: a new kind without its sentence does not compile. */
const sentences: Describers<keyof typeof administrationEvents> = administrationSentences;

/** Says what an entry of the audit log tells, as `describe` does for those of an incident. */
export function describeAudit(entry: Entry, names: Names): Sentence {
  return tell(sentences, entry, names);
}
