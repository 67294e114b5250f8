import type { Block, ParsedStep, SectionItem } from "@/lib/runbooks/parse/types";

/** What is kept of a step, but stands behind something that is below it. */
export interface Below {
  type: "below";
  block: Block;
  /** How deep it stands, as that of its step's parts. */
  depth: number;
}

/** The items of a section as their lines stand: what a step keeps behind its parts follows them. */
export function inSourceOrder(items: readonly SectionItem[]): (SectionItem | Below)[] {
  const rows: (SectionItem | Below)[] = [];
  let waiting: Below[] = [];
  items.forEach((item, index) => {
    const depth = item.type === "step" ? item.depth : 0;
    const isDue = (below: Below) =>
      item.type !== "step" || depth < below.depth || below.block.lines.start < item.lines.start;
    rows.push(...waiting.filter(isDue));
    waiting = waiting.filter((below) => !isDue(below));
    const next = items[index + 1];
    const part = item.type === "step" && next?.type === "step" && next.depth > depth ? next : null;
    if (item.type !== "step" || !part) return rows.push(item);
    const blocks = item.details.flatMap((block) => each(block));
    const isLate = (block: Block) => block.lines.start > part.lines.start;
    if (!blocks.some(isLate)) return rows.push(item);
    rows.push({ ...item, details: blocks.filter((block) => !isLate(block)) } satisfies ParsedStep &
      SectionItem);
    waiting.push(
      ...blocks.filter(isLate).map((block) => ({ type: "below" as const, block, depth: depth + 1 })),
    );
    waiting.sort((a, b) => a.block.lines.start - b.block.lines.start);
  });
  return [...rows, ...waiting];
}

/** Items of a list by themselves: parts may stand between them. */
function each(block: Block): Block[] {
  if (block.type !== "list") return [block];
  return block.items.map((item, index) => ({
    ...block,
    ...{ start: block.start + index, items: [item], lines: item.lines },
  }));
}
