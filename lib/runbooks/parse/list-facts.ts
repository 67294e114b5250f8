import type { List, ListItem } from "mdast";
import { languageOf, linesOf } from "./blocks";
import { isRunnableFence } from "./fence-commands";
import { readCodeSpans } from "./commands";
import { splitLines } from "./fields";
import { plainText, readInlines, type Definitions } from "./inline";
import { isAllBold, labelOf } from "./labels";
import { areCases } from "./parts";
import type { ListFacts } from "./roles";
import type { Scope } from "./scope";
import type { Inline } from "./types";
import { isInstruction, isStatement } from "./words";

/** What decides whether a list holds steps: see `listRole`. Groups are looked through. */
export function listFacts(
  list: List,
  lead: string | null,
  heading: string,
  scope: Pick<Scope, "definitions" | "choices" | "path">,
): ListFacts {
  const items = list.children.flatMap((item) =>
    isGroupItem(item, list, scope) ? nestedItems(item) : [item],
  );
  return {
    ordered: list.ordered ?? false,
    tasks: items.some((item) => item.checked !== null && item.checked !== undefined),
    items: items.map((item) => itemFacts(item, scope.definitions)),
    lead,
    heading,
    above: scope.path.at(-2),
  };
}

/**
 * Whether a bullet only names a group: bold throughout (`- **Task failures:**`) or ending with a colon, without
 * telling what to do, and with nothing but a list below it. Bold words with a colon name one in any case.
 */
export function isGroupItem(
  item: ListItem,
  list: List,
  { definitions, choices }: Pick<Scope, "definitions" | "choices">,
): boolean {
  const [first, ...rest] = item.children;
  const chosen = choices.peek(linesOf(item).start);
  if (chosen === "group") return first?.type === "paragraph";
  if (chosen !== null && chosen !== "note") return false;
  if (list.ordered || first?.type !== "paragraph" || rest.length === 0) return false;
  if (item.checked !== null && item.checked !== undefined) return false;
  if (!rest.every((child) => child.type === "list")) return false;
  const inlines = readInlines(first.children, definitions);
  const text = plainText(inlines);
  if (isAllBold(inlines) && text.endsWith(":")) return true;
  return labelOf(inlines) !== null && !isInstruction(text);
}

/** The first paragraph of an item as inlines, lines not joined. */
export function itemInlines(item: ListItem, definitions: Definitions): Inline[] {
  const first = item.children[0];
  return first?.type === "paragraph" ? readInlines(first.children, definitions) : [];
}

function nestedItems(item: ListItem): ListItem[] {
  return item.children.flatMap((child) => (child.type === "list" ? child.children : []));
}

function itemFacts(item: ListItem, definitions: Definitions) {
  const inlines = itemInlines(item, definitions);
  const first = splitLines(inlines, 1)[0]?.inlines ?? [];
  const isCode = first[0]?.type === "code" ? readCodeSpans(first.slice(0, 1), { start: 1, end: 1 }) : null;
  const text = plainText(inlines);
  return {
    text: afterLeadIn(text, first),
    alone: item.children.length === 1,
    statement: item.children.length === 1 && isStatement(text) && !hasCommand(inlines),
    onlyLink: isOnlyLink(inlines),
    command:
      (isCode?.commands.length ?? 0) + (isCode?.http.length ?? 0) > 0 ||
      item.children.some(
        (child, at) => child.type === "code" && (at === 0 || isRunnableFence(child.value, languageOf(child))),
      ) ||
      endsWithCommand(first) ||
      asks(item, text, definitions),
  };
}

/** "Is it back?" with its answers below it is to be answered. */
function asks(item: ListItem, text: string, definitions: Definitions): boolean {
  if (!text.endsWith("?")) return false;
  const nested = item.children.flatMap((child) => (child.type === "list" ? [child] : []));
  return nested.some((list) =>
    areCases(
      list.children.map((answer) => plainText(itemInlines(answer, definitions))),
      text,
    ),
  );
}

/** "Worker neu starten: `kubectl …`" tells what to do in any language. */
function endsWithCommand(inlines: readonly Inline[]): boolean {
  const [before, last] = inlines.slice(-2);
  return last?.type === "code" && /[:：]\s*$/.test(plainText(before ? [before] : [])) && hasCommand([last]);
}

function hasCommand(inlines: readonly Inline[]): boolean {
  return readCodeSpans(inlines, { start: 1, end: 1 }).commands.length > 0;
}

/** "**Title**: text" is judged by its text; "**Do this** and that" as a whole. */
function afterLeadIn(text: string, inlines: readonly Inline[]): string {
  const lead = inlines[0]?.type === "strong" ? plainText(inlines.slice(0, 1)) : "";
  const rest = text.slice(lead.length).replace(/^[\s:.–—-]+/, "");
  return lead !== "" &&
    rest !== "" &&
    !isInstruction(lead) &&
    /^\s*[:–—-]|[:.]$/.test(text.slice(lead.length, lead.length + 2) || lead)
    ? rest
    : text;
}

/** A link and nothing else, or with what it leads to: "[Overview](…) - all services". */
function isOnlyLink(inlines: readonly Inline[]): boolean {
  const seen = inlines.filter((inline) => inline.type !== "text" || !/^[\s().]*$/.test(inline.text));
  if (seen.length === 0 || seen[0]?.type !== "link") return false;
  if (seen.every((inline) => inline.type === "link")) return true;
  const link = plainText(seen.slice(0, 1));
  const [, rest = ""] = /^\s*(?:[-–—:]|\()\s*(.+)$/.exec(plainText(inlines).slice(link.length)) ?? [];
  return rest !== "" && !isInstruction(link) && !isInstruction(rest);
}
