import type { Block, ParsedSection } from "@/lib/runbooks/parse/types";

/** What a section says besides its steps; not its chart, which is walked and drawn. */
export function notesOf({ items, flow }: Pick<ParsedSection, "items" | "flow">): Block[] {
  const blocks = items.flatMap((item) => (item.type === "note" ? [item.block] : []));
  return blocks.filter(({ lines }) => lines.start !== flow?.lines.start);
}
