import type { Code, List, RootContent } from "mdast";
import { linesOf } from "./blocks";
import { inMarkdown, markTabs } from "./dialect-lines";
import { finding } from "./findings";
import type { Definitions } from "./inline";
import { machineWritten } from "./machine-written";
import { isUnclosedFence, openingFence } from "./open-block";
import { promptedAsCode } from "./prompted-lines";
import { parseTree } from "./tree";
import { walk } from "./walk-tree";
import { gluedFence, unclosedFence } from "./unclosed-fence";
import type { Finding, LineRange } from "./types";

/** Characters that are read as Markdown; what follows is kept as text. Half a second on a small machine. */
export const MAX_CHARACTERS = 500_000;

export type ReadDocument = {
  nodes: RootContent[];
  definitions: Definitions;
  lists: List[];
  fences: LineRange[];
  machineWritten: LineRange[];
  /** Index of the first line that was not read as Markdown; null when all was. */
  cut: number | null;
  findings: Finding[];
};

/** Reads the Markdown of a document, without its machine-written blocks. */
export function readDocument(source: readonly string[]): ReadDocument {
  const cut = cutOf(source);
  const { lines: written, tabs } = inMarkdown(cut === null ? source : source.slice(0, cut));
  let lines: readonly string[] = written;
  let tree = parseTree(lines);
  const machine = machineWritten(tree.nodes, lines);
  if (machine.length > 0) {
    lines = lines.map((line, i) =>
      machine.some(({ start, end }) => i + 1 >= start && i + 1 <= end) ? "" : line,
    );
    tree = parseTree(lines);
  }
  markTabs(tree.nodes, tabs);
  const found = collect(tree.nodes);
  return {
    nodes: promptedAsCode(tree.nodes, lines),
    definitions: found.definitions,
    lists: found.lists,
    fences: found.fences.map(linesOf),
    machineWritten: machine,
    cut,
    findings: [
      ...found.fences.flatMap((fence) => fenceFinding(fence, lines, source)),
      ...machine.map(machineFinding),
      ...(tree.disarmed[0] === undefined ? [] : [complex(tree.disarmed[0], tree.disarmed.length)]),
      ...(cut === null ? [] : [large(cut + 1)]),
    ],
  };
}

/** @param lines as they were parsed; `source` as they were written, which is what a finding is about */
function fenceFinding(fence: Code, lines: readonly string[], source: readonly string[]): Finding[] {
  const marks = openingFence(fence, lines);
  const glued = gluedFence(fence, marks, source);
  if (glued) return [glued];
  return isUnclosedFence(fence, lines) ? [unclosedFence(fence, marks ?? "```", source)] : [];
}

function cutOf(source: readonly string[]): number | null {
  let size = 0;
  for (let i = 0; i < source.length; i++) {
    size += (source[i]?.length ?? 0) + 1;
    if (size > MAX_CHARACTERS) return i;
  }
  return null;
}

/** The first definition of a label counts, as in Markdown. */
function collect(nodes: readonly RootContent[]) {
  const definitions = new Map<string, { href: string; title: string | null }>();
  const lists: List[] = [];
  const fences: Code[] = [];
  for (const top of nodes) {
    walk(top, (node) => {
      if (node.type === "list") lists.push(node);
      if (node.type === "code") fences.push(node);
      if (node.type === "definition" && !definitions.has(node.identifier)) {
        definitions.set(node.identifier, { href: node.url, title: node.title ?? null });
      }
    });
  }
  return { definitions, lists, fences };
}

function machineFinding({ start, end }: LineRange): Finding {
  return finding(
    "machine-written",
    start,
    `Lines ${start}–${end} are kept up to date by a program and not imported.`,
    "notice",
  );
}

function complex(line: number, count: number): Finding {
  return finding(
    "too-complex",
    line,
    `${count} lines hold more marks than anybody writes. Their marks are kept as plain text.`,
  );
}

function large(line: number): Finding {
  const limit = MAX_CHARACTERS.toLocaleString("en");
  return finding(
    "too-large",
    line,
    `Only the first ${limit} characters are read as Markdown. Split the document.`,
  );
}
