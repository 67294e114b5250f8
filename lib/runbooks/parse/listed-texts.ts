import { inEnglish } from "./glossary";
import { plainText } from "./inline";
import type { ParsedSection, SectionItem } from "./types";
import { blockText } from "./walk-sections";

/** A line that somebody wrote as one of several: an item of a list, a step, a sentence. */
export type ListedText = { text: string; line: number };

/**
 * The items, steps and sentences of a section that its heading, the label above them, or their group says to be about
 * something.
 */
export function textsAbout(section: ParsedSection, about: RegExp): ListedText[] {
  const isHeaded = about.test(inEnglish(section.title));
  let isLabelled = false;
  return section.items.flatMap((item) => {
    const label = labelOf(item);
    if (label !== null) isLabelled = about.test(inEnglish(label));
    if (!isHeaded && !isLabelled) return [];
    const found = textsOf(item);
    if (label === null && item.type === "note" && item.block.type !== "list") isLabelled = false;
    return found;
  });
}

function labelOf(item: SectionItem): string | null {
  if (item.type === "group") return item.label;
  const text = item.type === "note" ? blockText(item.block) : "";
  return /[:：]$/.test(text) && text.length <= 80 ? text : null;
}

function textsOf(item: SectionItem): ListedText[] {
  if (item.type === "step") return [{ text: item.text, line: item.lines.start }];
  if (item.type !== "note") return [];
  const { block } = item;
  if (block.type === "paragraph")
    return plainText(block.inlines)
      .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
      .map((text) => ({ text, line: block.lines.start }));
  if (block.type !== "list") return [];
  return block.items.map(({ blocks, lines }) => ({
    text: blocks[0] ? blockText(blocks[0]) : "",
    line: lines.start,
  }));
}
