import { readCodeSpans } from "./commands";
import { namedLikeFiles } from "./index-parts";
import { findMojibake } from "./mojibake";
import type { Block, Command, Finding, FindingCode, LineRange, ParsedSection } from "./types";
import { blocksOf, stepsOf } from "./walk-sections";

/** A finding without a repair. */
export function finding(
  code: FindingCode,
  line: number,
  message: string,
  level: Finding["level"] = "warning",
): Finding {
  return { line, code, level, message, repair: null, edit: null, offers: [] };
}

/** Mis-decoded text, line by line. The text is kept as it is; the finding offers the repair. */
export function mojibakeFindings(lines: readonly string[]): Finding[] {
  return lines.flatMap((text, i) =>
    findMojibake(text).map(({ raw, repair, at }) => ({
      ...finding(
        "mojibake",
        i + 1,
        `“${raw}” looks like “${repair}”, read with the wrong encoding. It is kept as it is.`,
      ),
      repair,
      edit: {
        from: { line: i + 1, column: at },
        to: { line: i + 1, column: at + raw.length },
        text: repair,
      },
    })),
  );
}

/** Commands that need a second look, wherever they stand. */
export function dangerFindings(sections: readonly ParsedSection[]): Finding[] {
  return sections.flatMap((section) =>
    commandsOf(section).flatMap(({ text, danger, lines }) => {
      if (danger === null) return [];
      return [
        finding("dangerous-command", lines.start, `${danger} Marked as dangerous: ${short(text)}`, "notice"),
      ];
    }),
  );
}

/** What the document as a whole gives reason to say. */
export function documentFindings(sections: readonly ParsedSection[], lists: readonly LineRange[]): Finding[] {
  const found: Finding[] = [];
  const ticked = sections.some(
    (section) =>
      section.flow !== null || section.items.some(({ type }) => type === "step" || type === "criterion"),
  );
  const shell = sections.flatMap(blocksOf).find(hasCommands);
  const [first] = [...lists, ...(shell ? [shell.lines] : [])].sort((a, b) => a.start - b.start);
  if (first && !ticked) {
    const message =
      "Nothing of this document reads as steps, though it has lists or commands. Number its steps, begin each with a verb, or number the comments of its code.";
    found.push(finding("notes-only", first.start, message));
  }
  const files = namedLikeFiles(sections);
  const [index] = files;
  if (index && files.length > 1) {
    const message = `${files.length} sections are named like files that are not part of this document: it looks like an index of runbooks. Each is imported as a section of its own, and could be a runbook of its own.`;
    found.push(finding("index-document", index.lines.start, message, "notice"));
  }
  return found;
}

function hasCommands(block: Block): boolean {
  if (block.type === "paragraph") return readCodeSpans(block.inlines, block.lines).commands.length > 0;
  return block.type === "code" && block.commands.length > 0;
}

/** A step carries the commands of the code below it: the same ones, not copies. */
function commandsOf(section: ParsedSection): Command[] {
  const ofSteps = stepsOf(section).flatMap((step) => step.commands);
  const inCode = blocksOf(section).flatMap((block) => (block.type === "code" ? block.commands : []));
  return [...new Set([...ofSteps, ...inCode])];
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
