import { linesOf } from "./blocks";
import { plainText, readHeading } from "./inline";
import type { Draft } from "./outline";

export type Title = { text: string; line: number | null; draftIndex: number | null; isMade: boolean };

/**
 * The title of a runbook: a level-1 heading at the head, else front matter, else the first level-1 heading, else
 * the file's name, else the first heading.
 */
export function findTitle(
  drafts: readonly Draft[],
  frontMatter: string | null,
  fileName: string | null,
): Title {
  const headings = drafts.flatMap((draft, index) => {
    if (!draft.heading) return [];
    const text = plainText(readHeading(draft.heading, new Map()));
    return text === ""
      ? []
      : [{ text, index, depth: draft.heading.depth, line: linesOf(draft.heading).start }];
  });
  const [first] = headings;
  const top = headings.find(({ depth, text }) => depth === 1 && !(frontMatter !== null && isTemplate(text)));
  const heading = first === top || frontMatter === null ? top : undefined;
  if (heading) return { text: heading.text, line: heading.line, draftIndex: heading.index, isMade: false };
  if (frontMatter !== null) return { text: frontMatter, line: null, draftIndex: null, isMade: false };
  const text = nameOf(fileName) ?? first?.text ?? "Untitled runbook";
  return { text, line: null, draftIndex: null, isMade: true };
}

/** A tag that a site's generator fills in: `<%= page.title %>`, `{{ page.title }}`. */
function isTemplate(text: string): boolean {
  return /^(?:<%.*%>|\{\{.*\}\})$/.test(text);
}

/** "ops/disk-full.md" → "Disk full". */
function nameOf(fileName: string | null): string | null {
  const base =
    fileName
      ?.split(/[\\/]/)
      .at(-1)
      ?.replace(/(?:\.html)?\.(?:md|mdx|markdown|mdown|mkd|txt)(?:\.erb)?$/i, "") ?? "";
  const words = base.replace(/[-_\s]+/g, " ").trim();
  return words === "" ? null : words.charAt(0).toUpperCase() + words.slice(1);
}
