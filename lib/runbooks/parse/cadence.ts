import { cadenceIn } from "./durations";
import { inEnglish } from "./glossary";
import type { ParsedSection } from "./types";
import { blocksOf, blockText } from "./walk-sections";

/** The shortest interval in which the document asks for updates, with its line. */
export function findCadence(sections: readonly ParsedSection[]): { minutes: number; line: number } | null {
  const found = sections.flatMap((section) =>
    textsOf(section).flatMap(({ text, line }) => {
      const minutes = cadenceIn(inEnglish(text), inEnglish(section.title));
      return minutes === null ? [] : [{ minutes, line }];
    }),
  );
  return found.reduce<(typeof found)[number] | null>((best, next) => {
    return best === null || next.minutes < best.minutes ? next : best;
  }, null);
}

function textsOf(section: ParsedSection): { text: string; line: number }[] {
  const items = section.items.flatMap((item) =>
    item.type === "step" || item.type === "criterion" ? [{ text: item.text, line: item.lines.start }] : [],
  );
  const blocks = blocksOf(section).map((block) => ({ text: blockText(block), line: block.lines.start }));
  return [...items, ...blocks];
}
