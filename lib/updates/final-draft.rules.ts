import type { DraftBody, DraftLine } from "./draft-body.rules";

const STATUS = /^Now (?:investigating|mitigating|monitoring)(?:\.|: )/;

/** As it is drafted: what an author put before it, in a sentence or half of one, stays. */
const COMMAND = /^[^.,;:!?]{1,200} has command\.$/;

/**
 * An update's draft as the final one, which goes out under "resolved": drafted lines no longer say who has command, nor
 * the status that ends with it, only why it went there.
 */
export function finalDraft(draft: DraftBody): DraftBody {
  return { ...draft, current: draft.current.flatMap(asOfTheEnd) };
}

function asOfTheEnd(line: DraftLine): DraftLine[] {
  if (line.seqs.length === 0) return [line];
  if (COMMAND.test(line.text)) return [];
  if (!STATUS.test(line.text)) return [line];
  const rest = line.text.replace(STATUS, "");
  return rest === "" ? [] : [{ ...line, text: rest.charAt(0).toUpperCase() + rest.slice(1) }];
}
