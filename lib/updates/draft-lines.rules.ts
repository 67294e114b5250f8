import { ended } from "@/lib/kernel/sentences";
import { updateFields, type DraftBody, type DraftItem, type DraftLine } from "./draft-body.rules";
import { citedIn, withLine } from "./lines.rules";

/** A line names so many things of one sort, those that matter and then the newest first; the others are counted. */
const NAMED = 4;

/** The lines that things give, in their order: those of one group become one line, where the first of them stood. */
export function linesOf(items: readonly DraftItem[]): DraftLine[] {
  const leads = new Set<string>();
  return items.flatMap(({ text, seqs, group }): DraftLine[] => {
    if (!group) return [{ text, seqs }];
    if (leads.has(group.lead)) return [];
    leads.add(group.lead);
    return [groupLine(group.lead, items)];
  });
}

/** What a draft begins with, and has not: it happened after the draft was made, and no line cites it. Oldest first. */
export function newsSince(body: DraftBody, items: readonly DraftItem[]): DraftItem[] {
  const { draftedTo } = body;
  if (draftedTo === null) return [];
  const cited = new Set(citedIn(body));
  return items.filter(({ seq, drafted }) => drafted && seq > draftedTo && !cited.has(seq));
}

/**
 * A draft with what happened since: each thing at the end of its part, and nothing that was typed is touched. Lines
 * that stand as they were drafted, and that the news overtook, go.
 * @param draft the items of now, and the newest entry they were made from
 * @returns the draft, and the way back to what it said, which keeps what was typed since
 */
export function withNews(
  body: DraftBody,
  draft: { items: readonly DraftItem[]; seq: number },
): { body: DraftBody; undo: (later: DraftBody) => DraftBody } {
  const news = newsSince(body, draft.items);
  const overtaken = draft.items.filter((item) => item.overtaken);
  const changes = updateFields.map((field) => {
    const isOvertaken = (line: DraftLine) =>
      overtaken.some(({ seq, text }) => line.text === text && line.seqs[0] === seq);
    const added = linesOf(news.filter((item) => item.field === field));
    const gone = added.length > 0 ? body[field].filter(isOvertaken) : [];
    return { field, added, gone };
  });
  const changed = (from: DraftBody, lines: (change: (typeof changes)[number]) => DraftLine[]) =>
    ({ ...from, ...Object.fromEntries(changes.map((change) => [change.field, lines(change)])) }) as DraftBody;
  return {
    body: {
      ...changed(body, ({ field, added, gone }) =>
        added.reduce(
          withLine,
          body[field].filter((line) => !gone.includes(line)),
        ),
      ),
      draftedTo: draft.seq,
    },
    undo: (later) => ({
      ...changed(later, ({ field, added, gone }) => [
        ...gone,
        ...later[field].filter((line) => !added.some((one) => isSame(one, line))),
      ]),
      draftedTo: body.draftedTo,
    }),
  };
}

function isSame(a: DraftLine, b: DraftLine): boolean {
  return a.text === b.text && a.seqs[0] === b.seqs[0];
}

function groupLine(lead: string, items: readonly DraftItem[]): DraftLine {
  const grouped = items.filter(({ group }) => group?.lead === lead);
  const seqs = [...new Set(grouped.flatMap((one) => one.seqs))];
  const [first] = grouped;
  if (first && grouped.length === 1) return { text: first.text, seqs };
  const parts = grouped
    .toSorted((a, b) => Number(b.group?.first) - Number(a.group?.first) || b.seq - a.seq)
    .flatMap(({ group }) => (group ? [group.part] : []));
  const named = parts.slice(0, NAMED).join("; ");
  const more = parts.length > NAMED ? `; and ${parts.length - NAMED} more` : "";
  return { text: ended(`${lead}: ${named}${more}`), seqs };
}
