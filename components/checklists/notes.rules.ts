import type { Block, ParsedSection } from "@/lib/runbooks/parse/types";

/**
 * What a section says besides its steps, without its chart, which is walked and drawn.
 * @returns `before`: what stands above all that is walked, and is to be read first
 */
export function notesOf({ items, flow }: Pick<ParsedSection, "items" | "flow">): {
  before: Block[];
  after: Block[];
} {
  const blocks = items.flatMap((item) => (item.type === "note" ? [item.block] : []));
  const notes = blocks.filter(({ lines }) => lines.start !== flow?.lines.start);
  const walked = items.flatMap((item) => (item.type === "step" ? [item.lines.start] : []));
  const first = Math.min(...walked, flow?.lines.start ?? Infinity);
  return {
    before: notes.filter(({ lines }) => lines.start < first),
    after: notes.filter(({ lines }) => lines.start > first),
  };
}
