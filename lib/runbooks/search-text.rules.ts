import { textsOf } from "./parse/block-texts.rules";
import type { ParsedRunbook } from "./parse/types";

/**
 * What a search looks through: title, address, file, triggers, headings, steps, commands; small letters, one line each.
 */
export function searchTextOf(
  parsed: Pick<ParsedRunbook, "title" | "triggers" | "sections">,
  { slug, fileName }: { slug: string; fileName: string | null },
): string {
  const lines = [parsed.title, slug, fileName ?? "", ...parsed.triggers.map((trigger) => trigger.text)];
  for (const section of parsed.sections) {
    lines.push(section.title);
    for (const item of section.items) {
      if (item.type === "step") lines.push(item.text, ...item.commands.map((command) => command.text));
      if (item.type === "criterion") lines.push(item.text);
    }
  }
  return lines.join("\n").toLowerCase();
}

/** More of a runbook's notes is not looked through: an index over them has to stay quick. */
const NOTES = 50_000;

/** What a search looks through after that: what else is shown of it, small letters, one line for each piece. */
export function notesTextOf({ sections }: Pick<ParsedRunbook, "sections">): string {
  const lines = sections.flatMap(({ items }) =>
    items.flatMap((item): string[] => {
      if (item.type === "note") return textsOf(item.block);
      if (item.type === "group") return [item.label];
      const said = item.type === "step" ? [item.expect?.text ?? "", item.ifFails?.text ?? ""] : [];
      return [...said, ...item.details.flatMap(textsOf)];
    }),
  );
  return lines.filter(Boolean).join("\n").toLowerCase().slice(0, NOTES);
}

/** The words of a search, small letters, ten at most: each must stand somewhere. */
export function searchWords(q: string | undefined): string[] {
  return (q ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
}

const SHOWN = 140;
const BEFORE = 30;

/** So much of a line as fits into a row of the library, from a little before the first of the words. */
export function excerptOf(line: string, words: readonly string[]): string {
  const text = line.replaceAll(/\s+/g, " ").trim();
  if (text.length <= SHOWN) return text;
  const places = words.map((word) => text.toLowerCase().indexOf(word)).filter((place) => place >= 0);
  const first = Math.min(...places, text.length);
  const start = places.length === 0 || first <= BEFORE ? 0 : first - BEFORE;
  const end = start + SHOWN;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

/** A text cut into what is one of the words and what is not, in order. */
export function markedParts(text: string, words: readonly string[]): { text: string; isWord: boolean }[] {
  if (words.length === 0) return [{ text, isWord: false }];
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const any = longestFirst.map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&")).join("|");
  return text
    .split(new RegExp(`(${any})`, "iu"))
    .map((part, index) => ({ text: part, isWord: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
