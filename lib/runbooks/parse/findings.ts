import { readCodeSpans } from "./commands";
import { areWays } from "./conditions";
import { namedLikeFiles } from "./index-parts";
import { findMojibake } from "./mojibake";
import { isNoteHeading, isReference } from "./roles";
import type {
  Block,
  Command,
  Finding,
  FindingCode,
  Inline,
  LineRange,
  ParsedSection,
  ParsedStep,
} from "./types";
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
  const ticked = sections.some(isTicked);
  const shell = sections.flatMap(blocksOf).find(hasCommands);
  const [first] = [...lists, ...(shell ? [shell.lines] : [])].sort((a, b) => a.start - b.start);
  if (first && !ticked) {
    const message =
      "Nothing of this document reads as steps, though it has lists or commands. Number its steps, begin each with a verb, or number the comments of its code.";
    found.push(finding("notes-only", first.start, message));
  }
  if (ticked) found.push(...sectionFinding(sections));
  found.push(...sections.flatMap(stepsOf).flatMap(wayFinding));
  const files = namedLikeFiles(sections);
  const [index] = files;
  if (index && files.length > 1) {
    const message = `${files.length} sections are named like files that are not part of this document: it looks like an index of runbooks. Each is imported as a section of its own, and could be a runbook of its own.`;
    found.push(finding("index-document", index.lines.start, message, "notice"));
  }
  return found;
}

function isTicked({ flow, items }: ParsedSection): boolean {
  return flow !== null || items.some(({ type }) => type === "step" || type === "criterion");
}

/**
 * Sections with commands in sentences or cells that nobody is led through, unless they are there to look things up: one
 * finding for all. Code that belongs to no step is shown as code, with its commands to copy.
 */
function sectionFinding(sections: readonly ParsedSection[]): Finding[] {
  const found = sections.flatMap((section) => {
    if (isTicked(section) || isNoteHeading(section.title) || isReference(section.title)) return [];
    const first = blocksOf(section).find((block) => block.type !== "code" && hasCommands(block));
    return first ? [{ title: section.title, line: first.lines.start }] : [];
  });
  const [first, ...others] = found;
  if (!first) return [];
  const named = found.slice(0, MAX_NAMED).map(({ title, line }) => `“${short(title)}” (line ${line})`);
  const more = found.length > MAX_NAMED ? ` and ${found.length - MAX_NAMED} more` : "";
  const message = `${others.length > 0 ? "Sections have" : "A section has"} commands, and nothing of ${others.length > 0 ? "them" : "it"} reads as a step: ${named.join(", ")}${more}. To have it walked, number what is to be done, and begin it with a verb.`;
  return [finding("section-notes-only", first.line, message, "notice")];
}

const MAX_NAMED = 5;

/** "If it hangs, go to section 2. Otherwise call the lead.": ways of which one is taken, in the text of one step. */
function wayFinding({ text, choiceKey, lines }: ParsedStep): Finding[] {
  if (choiceKey !== null || !areWays(text)) return [];
  const message =
    "One of these ways is taken, and they read as one step. To have it asked, write it as a question, with the answers in a list below it.";
  return [finding("ways-in-text", lines.start, message, "notice")];
}

function hasCommands(block: Block): boolean {
  const runs = (inlines: readonly Inline[]) => readCodeSpans(inlines, block.lines).commands.length > 0;
  if (block.type === "paragraph") return runs(block.inlines);
  if (block.type === "table") return block.rows.some(({ cells }) => cells.some(runs));
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
