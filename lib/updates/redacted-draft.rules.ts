import { REDACTED, withoutWords } from "@/lib/kernel/redacted";
import { updateFields, type DraftBody, type DraftLine } from "./draft-body.rules";

/** What was redacted: the words, where they are known, and the entries they stood in. */
export interface Redaction {
  words: readonly string[];
  seqs: readonly number[];
}

/**
 * A draft without redacted words: lines that cite one of the entries are emptied, since what they say came from
 * there; in other lines the words themselves go.
 * @returns the same object when nothing was in it
 */
export function redactedDraft<Body extends DraftBody>(body: Body, redaction: Redaction): Body {
  const seen = Object.fromEntries(
    updateFields.map((field) => [field, body[field].map((line) => redactedLine(line, redaction))]),
  );
  const changed = updateFields.some((field) => seen[field]?.some((line, i) => line !== body[field][i]));
  return changed ? { ...body, ...seen } : body;
}

function redactedLine(line: DraftLine, { words, seqs }: Redaction): DraftLine {
  const text = line.seqs.some((seq) => seqs.includes(seq)) ? REDACTED : withoutWords(line.text, words);
  return text === line.text ? line : { ...line, text };
}
