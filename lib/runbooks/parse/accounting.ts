import type { LineRange, LineUse, NotImported, ParsedRunbook, ParsedSection, SectionItem } from "./types";
import { isBlank } from "./source";
import { topBlocks } from "./walk-sections";

type Use = Pick<LineUse, "use" | "key">;

/**
 * Says what each line of the source became. Later and inner pieces paint over outer ones.
 *
 * @param fences lines of code blocks, whose fences belong to no step
 * @returns the counts, the uses as runs, and the lines (not blank) that became nothing
 */
export function account(
  source: readonly string[],
  parsed: {
    sections: readonly ParsedSection[];
    headings: readonly { lines: LineRange; key: string }[];
    titleLine: number | null;
    metadataLines: readonly LineRange[];
    notImported: readonly NotImported[];
    fences: readonly LineRange[];
  },
): { lines: ParsedRunbook["lines"]; lineUses: LineUse[]; leftover: number[] } {
  const uses: (Use | null)[] = source.map(() => null);
  const paint = (lines: LineRange, use: LineUse["use"], key: string | null = null) => {
    const value: Use = { use, key };
    for (let line = lines.start; line <= lines.end && line <= uses.length; line++) uses[line - 1] = value;
  };
  for (const lines of parsed.fences) paint(lines, "code");
  for (const lines of parsed.metadataLines) paint(lines, "metadata");
  for (const section of parsed.sections) {
    for (const item of section.items) paintItem(item, paint);
  }
  for (const { lines, key } of parsed.headings) {
    paint(lines, lines.start === parsed.titleLine ? "title" : "section", key);
  }
  for (const { lines } of parsed.notImported) paint(lines, "not_imported");
  return summarise(source, uses);
}

function paintItem(
  item: SectionItem,
  paint: (lines: LineRange, use: LineUse["use"], key?: string | null) => void,
): void {
  if (item.type !== "note") paint(item.lines, item.type, item.key);
  for (const block of topBlocks(item)) {
    const kind = block.type === "code" || block.type === "table" ? block.type : "note";
    paint(block.lines, kind, item.type === "note" ? null : "key" in item ? item.key : null);
  }
}

function summarise(source: readonly string[], uses: readonly (Use | null)[]) {
  const lines = { total: 0, accounted: 0, notImported: 0 };
  const lineUses: LineUse[] = [];
  const leftover: number[] = [];
  source.forEach((text, i) => {
    const use = uses[i];
    if (isBlank(text)) return;
    lines.total++;
    if (!use) {
      leftover.push(i + 1);
      return;
    }
    lines.accounted++;
    if (use.use === "not_imported") lines.notImported++;
    const last = lineUses.at(-1);
    if (last && last.use === use.use && last.key === use.key)
      last.lines = { start: last.lines.start, end: i + 1 };
    else lineUses.push({ ...use, lines: { start: i + 1, end: i + 1 } });
  });
  return { lines, lineUses, leftover };
}
