import type { Code } from "mdast";
import { firstCodeLine, languageOf, textBlock } from "./blocks";
import {
  commentsOfCommand,
  isListed,
  isShellFence,
  readFenceCommands,
  readPieces,
  shellOf,
} from "./fence-commands";
import { plainText } from "./inline";
import { makeStep } from "./make-step";
import { areCases, partSteps, type Part } from "./parts";
import type { Scope } from "./scope";
import { readShell, type ShellPiece } from "./shell";
import type { Block, BlockListItem, LineRange, ParsedStep, SectionItem } from "./types";
import { isInstruction } from "./words";

type ListBlock = Extract<Block, { type: "list" }>;

/**
 * Reads the numbered comments of a shell fence (`# 1. Check the queue`) as steps, each with the commands,
 * comments and other lines below it.
 *
 * @returns null when the fence has none: then it stays code
 */
export function readFenceSteps(node: Code, groupKey: string | null, scope: Scope): SectionItem[] | null {
  const lang = languageOf(node);
  if (!isShellFence(node.value, lang)) return null;
  const pieces = readShell(node.value, lang);
  const starts = pieces.flatMap((piece, i) => (numbered(piece) === null ? [] : [i]));
  const first = pieces[starts[0] ?? -1];
  if (!first) return null;
  const steps = starts.flatMap((start, i) =>
    readStep(pieces.slice(start, starts[i + 1]), node, groupKey, scope),
  );
  return [...linesBefore(node, first.first), ...steps];
}

function readStep(
  [head, ...body]: readonly ShellPiece[],
  node: Code,
  groupKey: string | null,
  scope: Scope,
): ParsedStep[] {
  const firstLine = firstCodeLine(node);
  const lines = linesFrom(firstLine, head, body.at(-1) ?? head);
  const step = makeStep(
    [{ type: "text", text: (head && numbered(head)) ?? "" }],
    { origin: "fence", lines },
    { parentKey: null, groupKey, choiceKey: null, depth: 0 },
    scope,
  );
  const found = readPieces(body, firstLine, { kind: shellOf(node.value, languageOf(node)) });
  step.commands.push(...found.commands);
  step.http.push(...found.http);
  const rest = keptBlocks(body, firstLine);
  const listed = rest.find((block) => block.type === "list");
  const parts = listed?.items.flatMap(partOf) ?? [];
  const isParts = listed !== undefined && arePart(parts, listed, step.text);
  step.details.push(...rest.filter((block) => !isParts || block !== listed));
  return [step, ...(isParts ? partSteps(step, parts, "fence", scope) : [])];
}

/** `a) …`, answers to a question, or instructions; other listed comments are notes. */
function arePart(parts: readonly Part[], list: ListBlock, above: string): boolean {
  const texts = parts.map(({ inlines }) => plainText(inlines));
  if (texts.length < 2) return false;
  if (list.ordered || areCases(texts, above)) return true;
  return texts.filter(isInstruction).length * 2 >= texts.length;
}

function partOf(item: BlockListItem): Part[] {
  const [block] = item.blocks;
  return block?.type === "paragraph" ? [{ inlines: block.inlines, lines: item.lines }] : [];
}

/** The text behind the number of a comment such as `# 2) Drain the node`. */
function numbered(piece: ShellPiece): string | null {
  if (piece.kind !== "comment") return null;
  return /^(?:step\s+)?\d{1,3}[.):]\s+(\S.*)$/i.exec(piece.text)?.[1]?.trim() ?? null;
}

/** Lines above the first numbered comment stay code. */
function linesBefore(node: Code, count: number): SectionItem[] {
  const text = node.value.split("\n").slice(0, count).join("\n").trimEnd();
  if (text.trim() === "") return [];
  const start = firstCodeLine(node);
  const lang = languageOf(node);
  const lines = { start, end: start + text.split("\n").length - 1 };
  const block: Block = {
    type: "code",
    lang,
    meta: null,
    text,
    ...readFenceCommands(text, lang, start),
    lines,
  };
  return [{ type: "note", block }];
}

/** Comments that stand with no command, as text or as a list; lines that are neither, as code. */
function keptBlocks(pieces: readonly ShellPiece[], firstLine: number): Block[] {
  const ofCommands = new Set(
    pieces.flatMap((piece, i) => (piece.kind === "command" ? commentsOfCommand(pieces, i) : [])),
  );
  const blocks: Block[] = [];
  pieces.forEach((piece, i) => {
    const lines = linesFrom(firstLine, piece, piece);
    if (piece.kind === "comment" && !ofCommands.has(i)) addComment(blocks, piece.text, lines);
    if (piece.kind === "printed" || piece.kind === "said" || piece.kind === "other")
      addCode(blocks, piece.text, lines);
  });
  return blocks;
}

function addComment(blocks: Block[], text: string, lines: LineRange): void {
  if (text.trim() === "") return;
  if (!isListed(text)) {
    blocks.push(textBlock(text.trim(), lines));
    return;
  }
  const ordered = /^\s*[a-z]\)/.test(text);
  const content = text.trim().replace(/^(?:[-*•]|[a-z]\))\s+/, "");
  const item = { checked: null, blocks: [textBlock(content, lines)], lines };
  const last = blocks.at(-1);
  if (last?.type === "list" && last.ordered === ordered && last.lines.end === lines.start - 1) {
    last.items.push(item);
    last.lines = { start: last.lines.start, end: lines.end };
  } else blocks.push({ type: "list", ordered, start: 1, items: [item], lines });
}

function addCode(blocks: Block[], text: string, lines: LineRange): void {
  const last = blocks.at(-1);
  if (last?.type === "code" && last.lines.end === lines.start - 1) {
    last.text = `${last.text}\n${text}`;
    last.lines = { start: last.lines.start, end: lines.end };
  } else blocks.push({ type: "code", lang: null, meta: null, text, commands: [], http: [], lines });
}

function linesFrom(
  firstLine: number,
  first: ShellPiece | undefined,
  last: ShellPiece | undefined,
): LineRange {
  return { start: firstLine + (first?.first ?? 0), end: firstLine + (last?.last ?? 0) };
}
