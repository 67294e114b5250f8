import type { Code, Html, RootContent } from "mdast";

/**
 * Whether a fenced code block has no closing fence.
 *
 * @param node a code block; `lines` the document
 */
export function isUnclosedFence(node: Code, lines: readonly string[]): boolean {
  const fence = openingFence(node, lines);
  if (!fence || !node.position) return false;
  const { start, end } = node.position;
  return start.line === end.line || !closesFence(lines[end.line - 1] ?? "", fence);
}

/**
 * Where a fence or HTML block that a cut left open ends.
 *
 * @param node the last top-level node before the cut at index `cut`
 * @returns the index of its closing line (or of the last line when nothing closes it); null when it is not open
 */
export function closingLine(node: RootContent, lines: readonly string[], cut: number): number | null {
  // What ended before the cut was ended by something.
  if (node.type === "code") {
    const fence = openingFence(node, lines);
    if (!fence || !isUnclosedFence(node, lines)) return null;
    return firstLine(lines, cut, (line) => closesFence(line, fence));
  }
  if (node.type === "html") {
    const end = openHtmlEnd(node);
    // Other HTML goes on to the next blank line.
    if (end === null && node.position?.end.line === cut)
      return firstLine(lines, cut, (line) => line.trim() === "");
    return end === null ? null : firstLine(lines, cut, (line) => line.toLowerCase().includes(end));
  }
  return null;
}

/** The marks with which a fenced code block opens. */
export function openingFence(node: Code, lines: readonly string[]): string | null {
  const line = lines[(node.position?.start.line ?? 0) - 1] ?? "";
  return /^(?:`{3,}|~{3,})/.exec(line.slice((node.position?.start.column ?? 1) - 1))?.[0] ?? null;
}

/** Whether a line closes a fence that began with these marks. It may stand behind quote marks. */
export function closesFence(line: string, fence: string): boolean {
  const text = line.replace(/^[\s>]*/, "").trimEnd();
  return text.length >= fence.length && text.replaceAll(fence.charAt(0), "") === "";
}

/** CommonMark's HTML blocks of kinds 1 to 5: their ends; the others end at a blank line. */
const HTML_ENDS: readonly [start: RegExp, ends: readonly string[]][] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, ["</script>", "</pre>", "</style>", "</textarea>"]],
  [/^<!--/, ["-->"]],
  [/^<\?/, ["?>"]],
  [/^<!\[CDATA\[/, ["]]>"]],
  [/^<![A-Z]/i, [">"]],
];

function openHtmlEnd(node: Html): string | null {
  const value = node.value.trimStart();
  const ends = HTML_ENDS.find(([start]) => start.test(value))?.[1];
  if (!ends || ends.some((end) => value.toLowerCase().includes(end.toLowerCase()))) return null;
  return ends[0]?.toLowerCase() ?? null;
}

function firstLine(lines: readonly string[], from: number, matches: (line: string) => boolean): number {
  for (let i = from; i < lines.length; i++) if (matches(lines[i] ?? "")) return i;
  return lines.length - 1;
}
