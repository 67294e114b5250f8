import { plainText } from "./inline";
import type { Block, ParsedSection, ParsedStep, SectionItem } from "./types";

/** All blocks of a section that stand by themselves or below a step, with those inside lists and quotes. */
export function blocksOf(section: ParsedSection): Block[] {
  return section.items.flatMap(topBlocks).flatMap(withInner);
}

/** The blocks of one item, without looking inside lists and quotes. */
export function topBlocks(item: SectionItem): Block[] {
  if (item.type === "note") return [item.block];
  return item.type === "group" ? [] : item.details;
}

export function stepsOf(section: ParsedSection): ParsedStep[] {
  return section.items.filter((item): item is ParsedStep => item.type === "step");
}

/** The words of a block, without what lies inside lists and quotes. */
export function blockText(block: Block): string {
  return block.type === "paragraph" || block.type === "heading" ? plainText(block.inlines) : "";
}

function withInner(block: Block): Block[] {
  if (block.type === "list") return [block, ...block.items.flatMap((item) => item.blocks).flatMap(withInner)];
  if (block.type === "quote" || block.type === "footnote") return [block, ...block.blocks.flatMap(withInner)];
  return [block];
}
