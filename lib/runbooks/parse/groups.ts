import { joinLines, plainText } from "./inline";
import { labelOf } from "./labels";
import type { Scope } from "./scope";
import type { Inline, LineRange, ParsedGroup } from "./types";

/** A label over steps. It is never ticked. */
export function makeGroup(inlines: readonly Inline[], lines: LineRange, scope: Scope): ParsedGroup {
  const joined = joinLines(inlines);
  const label = labelOf(joined) ?? plainText(joined);
  return { type: "group", key: scope.keys.group(scope.path, label), label, inlines: joined, lines };
}
