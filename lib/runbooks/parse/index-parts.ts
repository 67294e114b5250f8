import type { ParsedRunbook, ParsedSection } from "./types";

/** One runbook of a document that holds several. */
export type IndexPart = {
  /** "disk-full.md" → "Disk full". */
  title: string;
  /** As the section is called. */
  fileName: string;
  /** The section and those below it. */
  sectionKeys: string[];
  lines: { start: number; end: number };
};

/** Sections that are called like Markdown files: the document describes other runbooks, or holds several. */
export function namedLikeFiles(sections: readonly ParsedSection[]): ParsedSection[] {
  return sections.filter(({ title }) => /^[\w./-]+\.(?:md|markdown)$/i.test(title));
}

/**
 * The runbooks that an index document could be imported as: one for each section that is called like a file.
 *
 * @returns none for a document with fewer than two of them
 */
export function splitIndex(parsed: ParsedRunbook): IndexPart[] {
  const files = namedLikeFiles(parsed.sections);
  if (files.length < 2) return [];
  return files.map((section) => {
    const below = parsed.sections.slice(parsed.sections.indexOf(section) + 1);
    const next = below.findIndex(({ level }) => level <= section.level);
    const own = [section, ...(next < 0 ? below : below.slice(0, next))];
    return {
      title: titleOf(section.title),
      fileName: section.title,
      sectionKeys: own.map(({ key }) => key),
      lines: { start: section.lines.start, end: own.at(-1)?.lines.end ?? section.lines.end },
    };
  });
}

/** The Markdown of one part by itself: its lines under a title of its own. */
export function sourceOfPart(source: string, { title, lines }: IndexPart): string {
  const [, ...below] = source.split(/\r\n|\n|\r/).slice(lines.start - 1, lines.end);
  return `# ${title}\n${below.join("\n").trimEnd()}\n`;
}

function titleOf(fileName: string): string {
  const words = (fileName.split("/").at(-1) ?? fileName)
    .replace(/\.\w+$/, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
