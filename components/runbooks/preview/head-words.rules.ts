import { detailCalled } from "@/lib/runbooks/named-keys.rules";
import type { Metadata, ParsedRunbook } from "@/lib/runbooks/parse/types";

interface HeadWord {
  line: number;
  /** Null for what only belongs to the line above, and for the marks around it. */
  word: string | null;
}

type Read = Pick<ParsedRunbook, "title" | "metadata" | "notImported" | "lines">;

/**
 * What became of each line of the front matter: what a new runbook takes from it, what stands with its facts, and what
 * is left out. Nothing of one that could not be read.
 */
export function headWords(parsed: Read, source: readonly string[], isNew: boolean): HeadWord[] {
  const head = headOf(parsed);
  if (!head) return [];
  const facts = new Map(parsed.metadata.map((fact) => [fact.line, fact]));
  return source.slice(head.start - 1, head.end).map((text, index) => {
    const line = head.start + index;
    const fact = facts.get(line);
    if (fact) return { line, word: wordOf(fact, parsed.title, isNew) };
    return { line, word: /^["'\w][^#]*[:=]/.test(text) ? "left out" : null };
  });
}

/** Lines of which nothing is shown: those of front matter whose facts are known are not among them. */
export function leftOut(parsed: Read): number {
  const head = headOf(parsed);
  return Math.max(0, parsed.lines.notImported - (head ? head.end - head.start + 1 : 0));
}

function headOf({ notImported, metadata }: Read) {
  const head = notImported.find(({ reason }) => reason === "front_matter")?.lines;
  return head && metadata.some(({ line }) => line > head.start && line < head.end) ? head : null;
}

const DETAILS = {
  ...{ owners: "owner, if known", tags: "tag", services: "service, if known", reviewBy: "review by" },
} as const;

function wordOf({ key, value }: Metadata, title: string, isNew: boolean): string {
  if (key.trim().toLowerCase() === "title" && value.trim() === title) return "title";
  const detail = isNew ? detailCalled(key) : null;
  return detail ? DETAILS[detail] : "fact";
}
