import type { Heading, PhrasingContent } from "mdast";
import type { Inline } from "./types";

/** Addresses of link references, by their normalised label. */
export type Definitions = ReadonlyMap<string, { href: string; title: string | null }>;

/**
 * Text inside a line as a tree that a screen can draw without HTML.
 *
 * @returns lines of the source still apart, as "\n" in text: see `joinLines`.
 */
export function readInlines(nodes: readonly PhrasingContent[], definitions: Definitions): Inline[] {
  return nodes.flatMap((node, at) => {
    if (isAnchor(node, nodes[at + 1]) || isAnchor(nodes[at - 1], node)) return [];
    if (node.type !== "text" || !MAY_HAVE_ATTRIBUTES.test(nodes[at - 1]?.type ?? ""))
      return readInline(node, definitions);
    const text = node.value.replace(ATTRIBUTES, "");
    return text === "" ? [] : [{ type: "text", text }];
  });
}

/** `<a name="renew"></a>` is a place to lead to, and says nothing. */
function isAnchor(node: PhrasingContent | undefined, next: PhrasingContent | undefined): boolean {
  if (node?.type !== "html" || next?.type !== "html") return false;
  return /^<a\s(?![^>]*\shref=)[^>]*>$/i.test(node.value) && next.value.toLowerCase() === "</a>";
}

/** What sites write behind a link or picture for how it looks: `{:target="_blank"}`, `{ .wide }`. */
const ATTRIBUTES = /^\{:?\s*(?:[.#][\w-]+|[\w-]+="[^"\n]*")(?:\s+(?:[.#][\w-]+|[\w-]+="[^"\n]*")){0,9}\s*\}/;
const MAY_HAVE_ATTRIBUTES = /^(?:link|linkReference|image|strong|emphasis)$/;

/** Joins wrapped lines with a space; hard breaks stay. */
export function joinLines(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline) => {
    if (inline.type === "text" || inline.type === "code") return { ...inline, text: joinText(inline.text) };
    return "children" in inline ? { ...inline, children: joinLines(inline.children) } : inline;
  });
}

/** The words of a heading, without what pandoc and others write behind it for its anchor: `## Renew {#renew .wide}`. */
function withoutAttributes(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1);
  if (last?.type !== "text") return [...inlines];
  const all = last.text.trimEnd();
  const text = all.replace(/\{:?\s?[#.][\w-][^{}\n]*\}$/, "");
  if (text === all) return [...inlines];
  return text === "" && inlines.length === 1
    ? [...inlines]
    : [...inlines.slice(0, -1), { ...last, text: text.trimEnd() }];
}

/** The words of a heading, without attributes behind them. */
export function readHeading({ children }: Heading, definitions: Definitions): Inline[] {
  return withoutAttributes(joinLines(readInlines(children, definitions)));
}

/** The words alone, on one line. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(wordsOf).join("").replace(/\s+/g, " ").trim();
}

/** Whether a link may be opened: web and mail addresses, and addresses within the document or its site. */
export function isSafeHref(href: string): boolean {
  // Browsers drop control characters and spaces before they read the scheme.
  const address = href.replace(/[\u0001-\u0020\u007F-\u009F\u200B-\u200F\u2028\u2029\uFEFF]/g, "");
  if (/^[\\/]{2}/.test(address)) return false;
  const scheme = /^([^/?#]*?):/.exec(address)?.[1];
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme);
}

function readInline(node: PhrasingContent, definitions: Definitions): Inline[] {
  switch (node.type) {
    case "text":
      return [{ type: "text", text: node.value }];
    case "html":
      return [/^<br\s*\/?>$/i.test(node.value) ? { type: "break" } : { type: "text", text: node.value }];
    case "inlineCode":
      return [{ type: "code", text: node.value }];
    case "strong":
    case "emphasis":
      return [{ type: node.type, children: readInlines(node.children, definitions) }];
    case "delete":
      return [{ type: "deleted", children: readInlines(node.children, definitions) }];
    case "break":
      return [{ type: "break" }, { type: "text", text: "\n" }];
    case "link":
      return [link(node.url, node.title, readInlines(node.children, definitions))];
    case "linkReference": {
      const children = readInlines(node.children, definitions);
      const to = definitions.get(node.identifier);
      return to ? [link(to.href, to.title, children)] : children;
    }
    case "image":
      return [{ type: "image", alt: node.alt ?? "", src: node.url, title: node.title ?? null }];
    case "imageReference": {
      const to = definitions.get(node.identifier);
      return [{ type: "image", alt: node.alt ?? "", src: to?.href ?? "", title: to?.title ?? null }];
    }
    case "footnoteReference":
      return [{ type: "text", text: `[^${node.label ?? node.identifier}]` }];
    default:
      return [];
  }
}

function link(href: string, title: string | null | undefined, children: Inline[]): Inline {
  return { type: "link", href, title: title ?? null, safe: isSafeHref(href), children };
}

function joinText(text: string): string {
  return text.replaceAll("\n", " ");
}

function wordsOf(inline: Inline): string {
  if (inline.type === "text" || inline.type === "code") return inline.text;
  if (inline.type === "image") return inline.alt;
  return inline.type === "break" ? " " : inline.children.map(wordsOf).join("");
}
