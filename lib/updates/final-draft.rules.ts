import { capitalised } from "@/lib/kernel/sentences";
import type { DraftBody, DraftItem, DraftLine } from "./draft-body.rules";

const STATUS =
  /^(?:Declared at|(?:Open again, investigating|Investigating|Mitigating|Monitoring) since) (?:\w{3} \d{1,2} \w{3,4}, )?\d\d:\d\d UTC(?:\.|: )/;

/** As it is drafted: what an author put before it, in a sentence or half of one, stays. */
const COMMAND = /^[^.,;:!?]{1,200} has command\.$/;

/**
 * An update's draft as the final one, which goes out under "resolved": drafted lines no longer say who has command, nor
 * the status that ends with it, only why it went there.
 */
export function finalDraft(draft: DraftBody): DraftBody {
  return {
    ...draft,
    current: draft.current.flatMap(asOfTheEnd),
    progress: draft.progress.flatMap(asOfTheEnd),
  };
}

/** What happened, as the final update tells it. */
export function finalItems(items: readonly DraftItem[]): DraftItem[] {
  return items.flatMap((item) => asOfTheEnd(item).map(({ text }) => ({ ...item, text })));
}

function asOfTheEnd(line: DraftLine): DraftLine[] {
  if (line.seqs.length === 0) return [line];
  if (COMMAND.test(line.text)) return [];
  if (!STATUS.test(line.text)) return [line];
  const rest = line.text.replace(STATUS, "");
  return rest === "" ? [] : [{ ...line, text: capitalised(rest) }];
}
