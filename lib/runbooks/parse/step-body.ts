import type { BlockContent, DefinitionContent, List, ListItem, Paragraph } from "mdast";
import { linesOf, readBlock } from "./blocks";
import { looksRunnable, makeCommand } from "./commands";
import { fieldKind, readField, splitLines, type FieldKind, type TextLine } from "./fields";
import { joinLines, plainText, readInlines } from "./inline";
import { itemInlines } from "./list-facts";
import { addDetails } from "./make-step";
import { readHttp } from "./http";
import { areCases, letteredParts, partSteps, type Part } from "./parts";
import type { Scope } from "./scope";
import type { Block, Inline, ParsedStep } from "./types";

/** Reads the lists below a step that are no fields: as sub-steps, or as blocks to keep. */
export type ReadNested = (
  list: List,
  parent: ParsedStep,
  lead: string | null,
) => { steps: ParsedStep[]; blocks: Block[] };

/**
 * Reads what stands below a step's own text: fields, sub-steps, and all the rest as details.
 *
 * @returns the sub-steps, in order
 */
export function readStepBody(
  step: ParsedStep,
  nodes: readonly (BlockContent | DefinitionContent)[],
  scope: Scope,
  readNested: ReadNested,
): ParsedStep[] {
  let lead = leadOf(step.text);
  return nodes.flatMap((node) => {
    const above = lead;
    lead = null;
    if (node.type === "paragraph") {
      const inlines = readInlines(node.children, scope.definitions);
      const { own, fields, parts } = splitText(splitLines(inlines, linesOf(node).start));
      if (own.length > 0) addDetails(step, [{ type: "paragraph", inlines: own, lines: linesOf(node) }]);
      fields.forEach((field) => setField(step, field));
      lead = leadOf(plainText(own));
      return partSteps(step, parts, step.origin, scope);
    }
    if (node.type !== "list") {
      addDetails(step, readBlock(node, scope.definitions));
      return [];
    }
    const rest = takeFields(step, node, scope);
    if (rest.children.length === 0) return [];
    const nested = readNested(rest, step, above);
    addDetails(step, nested.blocks);
    return nested.steps;
  });
}

/** The words that lead into what stands below them: they end with a colon, or with "such as" and the like. */
function leadOf(text: string): string | null {
  if (text.endsWith(":")) return text;
  return /\b(?:such as|for example|for instance|e\.g\.)$/i.test(text) ? `${text}:` : null;
}

/** The own text of a list item, apart from the fields and parts that follow it on lines of their own. */
export function splitOwnText(item: ListItem, scope: Scope): SplitText {
  return splitText(splitLines(itemInlines(item, scope.definitions), linesOf(item).start));
}

export type SplitText = { own: Inline[]; fields: Field[]; parts: Part[] };

/** `prompted` is a command that stood behind a prompt, without a label. */
export type Field = { kind: FieldKind; lines: TextLine[]; prompted?: string };

/** Sets a field of a step; what has no place of its own, or is set already, stays as a detail. */
export function setField(step: ParsedStep, field: Field): void {
  const range = {
    start: field.lines[0]?.line ?? step.lines.start,
    end: field.lines.at(-1)?.line ?? step.lines.end,
  };
  if (field.prompted !== undefined) {
    step.commands.push(makeCommand(field.prompted, range));
    return;
  }
  const inlines = joinTextLines(field.lines);
  const value = readField(inlines, range);
  if (field.kind !== "command" && step[field.kind] === null) {
    step[field.kind] = value;
    return;
  }
  const [code, ...others] = value.inlines.filter((inline) => plainText([inline]) !== "");
  if (field.kind === "command" && code?.type === "code" && others.length === 0) {
    // Under "Command:" a code span is one, also when its program is unknown.
    const request = readHttp(code.text, range.start);
    if (request) step.http.push(request);
    else step.commands.push(makeCommand(code.text, range));
  } else addDetails(step, [{ type: "paragraph", inlines, lines: range }]);
}

/** Adds what stands below a step's text; what is expected, or to do if it fails, goes to its place. */
export function addBody(step: ParsedStep, blocks: readonly Block[]): void {
  for (const block of blocks) {
    const field = fieldOf(block);
    if (field) setField(step, field);
    else addDetails(step, [block]);
  }
}

/** The field that a paragraph is: "Expect: no pod is restarting". What only leads into something is none. */
export function fieldOf(block: Block): Field | null {
  if (block.type !== "paragraph") return null;
  const kind = fieldKind(block.inlines);
  if (kind === null || kind === "command" || readField(block.inlines, block.lines).text === "") return null;
  return { kind, lines: [{ inlines: block.inlines, line: block.lines.start }] };
}

/** A paragraph whose lines are fields, as a paragraph for each. */
export function fieldLines(node: Paragraph, scope: Scope): Block[] | null {
  const { own, fields, parts } = splitText(
    splitLines(readInlines(node.children, scope.definitions), linesOf(node).start),
  );
  if (own.length > 0 || parts.length > 0 || fields.length < 2) return null;
  return fields.map(({ lines }) => ({
    type: "paragraph",
    inlines: joinTextLines(lines),
    lines: { start: lines[0]?.line ?? 1, end: lines.at(-1)?.line ?? 1 },
  }));
}

function splitText(all: readonly TextLine[]): SplitText {
  const { own: lines, parts } = letteredParts(all);
  const own: TextLine[] = [];
  const fields: Field[] = [];
  for (const [at, line] of lines.entries()) {
    const kind = at > 0 && endsSentence(line) ? null : fieldKind(line.inlines);
    const prompted = at > 0 ? promptedIn(line) : null;
    if (prompted !== null) fields.push({ kind: "command", lines: [line], prompted });
    else if (kind) fields.push({ kind, lines: [line] });
    else {
      const last = fields.at(-1);
      (last && last.prompted === undefined ? last.lines : own).push(line);
    }
  }
  // "Otherwise:" with nothing behind it leads into what stands below.
  const last = fields.at(-1);
  if (last?.kind === "ifFails" && readField(joinTextLines(last.lines), FIRST_LINE).text === "")
    return { own: joinTextLines([...own, ...last.lines]), fields: fields.slice(0, -1), parts };
  return { own: joinTextLines(own), fields, parts };
}

const FIRST_LINE = { start: 1, end: 1 };

/** `$ dig www.example.org` on a line of its own, as it was written. */
function promptedIn({ inlines: [first, ...others] }: TextLine): string | null {
  if (first?.type !== "text" || others.length > 0) return null;
  const [, command] = /^\s*\$ (\S.*)$/.exec(first.text) ?? [];
  return command !== undefined && looksRunnable(command) ? command.trim() : null;
}

/** "… by running the following", and on the next line "command:", is one sentence. */
function endsSentence({ inlines }: TextLine): boolean {
  return /^\p{Ll}[^:]*:$/u.test(plainText(inlines));
}

/** Takes the items that are fields out of a list below a step. */
function takeFields(step: ParsedStep, list: List, scope: Scope): List {
  // Below a question "Otherwise: …" is an answer like the others; so is "If not: …" beside "If it is full: …".
  const texts = list.children.map((item) => plainText(joinLines(itemInlines(item, scope.definitions))));
  if (areCases(texts, step.text)) return list;
  const rest = list.children.filter((item) => {
    const { own, fields, parts } = splitOwnText(item, scope);
    if (own.length > 0 || fields.length === 0 || parts.length > 0) return true;
    fields.forEach((field) => setField(step, field));
    addDetails(
      step,
      item.children.slice(1).flatMap((child) => readBlock(child, scope.definitions)),
    );
    return false;
  });
  return { ...list, children: rest };
}

function joinTextLines(lines: readonly TextLine[]): Inline[] {
  const space: Inline = { type: "text", text: "\n" };
  return joinLines(lines.flatMap((line, i) => (i === 0 ? line.inlines : [space, ...line.inlines])));
}
