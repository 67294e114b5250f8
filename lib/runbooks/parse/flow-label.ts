import { placeholdersIn } from "./placeholders";
import type { Inline } from "./types";

/**
 * The label of a flowchart's node as it is shown: `<br>` breaks the line, backticks hold code, and so does a label
 * that is one word and the gaps to fill (`validate <run_id>`). All else is text, tags included.
 */
export function readLabel(label: string): Inline[] {
  if (isWordWithGaps(label)) return [{ type: "code", text: label }];
  return label.split(/(<br\s*\/?>|`[^`]+`)/i).flatMap((part): Inline[] => {
    if (part === "") return [];
    if (/^<br/i.test(part)) return [{ type: "break" }];
    if (/^`[^`]+`$/.test(part)) return [{ type: "code", text: part.slice(1, -1) }];
    return [{ type: "text", text: part }];
  });
}

function isWordWithGaps(label: string): boolean {
  const gaps = placeholdersIn(label);
  const [first] = gaps;
  if (!first) return false;
  const words = label.slice(0, first.range.start);
  const between = gaps.map(({ range }, i) =>
    label.slice(range.end, gaps[i + 1]?.range.start ?? label.length),
  );
  return /^[a-z][\w.-]* $/.test(words) && between.every((text) => text.trim() === "");
}
