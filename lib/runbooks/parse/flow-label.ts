import { commandKind } from "./commands";
import { placeholdersIn } from "./placeholders.rules";
import type { Inline } from "./types";

/**
 * The label of a flowchart's node as it is shown: `<br>` breaks the line, backticks hold code, and so does a label
 * that is a command with gaps to fill (`validate <run_id>`). All else is text, tags included.
 */
export function readLabel(label: string): Inline[] {
  if (isCommandWithGaps(label)) return [{ type: "code", text: label }];
  return label.split(/(<br\s*\/?>|`[^`]+`)/i).flatMap((part): Inline[] => {
    if (part === "") return [];
    if (/^<br/i.test(part)) return [{ type: "break" }];
    if (/^`[^`]+`$/.test(part)) return [{ type: "code", text: part.slice(1, -1) }];
    return [{ type: "text", text: part }];
  });
}

/** One word and its gaps, or a known program: what has no gap may be a sentence ("make sure it is up"). */
function isCommandWithGaps(label: string): boolean {
  const gaps = placeholdersIn(label);
  const [first] = gaps;
  if (!first || /[`\n]|<br/i.test(label)) return false;
  if (commandKind(label) === "shell") return true;
  const words = label.slice(0, first.range.start);
  const between = gaps.map(({ range }, i) =>
    label.slice(range.end, gaps[i + 1]?.range.start ?? label.length),
  );
  return /^[a-z][\w.-]* $/.test(words) && between.every((text) => text.trim() === "");
}
