import { asksForSecret } from "@/lib/runbooks/parse/placeholders.rules";
import type { Block, Inline, ParsedStep, Placeholder } from "@/lib/runbooks/parse/types";

export type CheckKind = "http" | "query";

/** Something a step says to ask a service: an HTTP request by GET, or a Prometheus query. */
export interface Check {
  kind: CheckKind;
  /** As the runbook has it: a path or an address, or PromQL. With the kind it says which check this is. */
  text: string;
  /** Gaps of it, in order. */
  placeholders: readonly Placeholder[];
}

/** The checks of a step that the console can run, in order, each once. */
export function checksOf(step: ParsedStep | undefined): Check[] {
  if (!step) return [];
  const http = step.http
    .filter(({ method, target }) => (method === null || method === "GET") && !asksForSecret(target))
    .map(({ target, placeholders }) => ({ text: target, placeholders }));
  const queries = [...inlineQueries(step.inlines), ...step.details.flatMap(blockQueries)];
  const all: Check[] = [
    ...http.map((check) => ({ kind: "http" as const, ...check })),
    ...queries.map((text) => ({ kind: "query" as const, text, placeholders: [] })),
  ];
  return all.filter((check, index) => index === all.findIndex((other) => isSame(other, check)));
}

function isSame(a: Check, b: Check): boolean {
  return a.kind === b.kind && a.text === b.text;
}

/** How a check is named where it is asked for, and with its result. */
export interface CheckName {
  kind: CheckKind;
  /** Its text. */
  check: string;
}

/** Whether a name, or a result, is of this check. */
export function isOf({ kind, check }: CheckName, { kind: ownKind, text }: Check): boolean {
  return kind === ownKind && check === text;
}

/** Which result stands beside which check; `earlier` are those of checks that the step does not have any more. */
export function placeResults<R extends CheckName>(
  checks: readonly Check[],
  results: readonly R[],
): { resultOf: (check: Check) => R | undefined; earlier: R[] } {
  return {
    resultOf: (check) => results.find((result) => isOf(result, check)),
    earlier: results.filter((result) => !checks.some((check) => isOf(result, check))),
  };
}

function blockQueries(block: Block): string[] {
  if (block.type === "code") return block.lang?.toLowerCase() === "promql" ? [block.text.trim()] : [];
  if (block.type === "paragraph") return inlineQueries(block.inlines);
  if (block.type === "list") return block.items.flatMap((item) => item.blocks.flatMap(blockQueries));
  return block.type === "quote" ? block.blocks.flatMap(blockQueries) : [];
}

/** A code span directly after "Query:" or "PromQL:". */
function inlineQueries(inlines: readonly Inline[]): string[] {
  let before = "";
  return inlines.flatMap((inline) => {
    const asks = /\b(?:query|promql)\s*:\s*$/i.test(before);
    before = inline.type === "code" ? "" : before + wordsOf(inline);
    return asks && inline.type === "code" ? [inline.text.trim()] : [];
  });
}

function wordsOf(inline: Inline): string {
  if ("text" in inline) return inline.text;
  return "children" in inline ? inline.children.map(wordsOf).join("") : " ";
}

/**
 * Where a check asks: the target's address with the check's path below it. What was filled into gaps is encoded, so
 * that it stays one part of the path or query.
 * @returns the missing gap, or null where the check names another place than this target
 */
export function checkUrl(
  check: Check,
  baseUrl: string,
  values: Readonly<Record<string, string>>,
): { url: string } | { missing: string } | null {
  const base = new URL(baseUrl);
  if (check.kind === "query") {
    const url = new URL(`${withoutSlash(base.href)}/api/v1/query`);
    url.searchParams.set("query", check.text);
    return { url: url.href };
  }
  let path = check.text;
  for (const { name, raw } of check.placeholders) {
    const value = values[name];
    if (value === undefined) return { missing: name };
    path = path.replaceAll(raw, encodeURIComponent(value));
  }
  if (climbs(path)) return null;
  const address = path.startsWith("/") ? withoutSlash(base.href) + path : path;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isBelow =
    url.pathname === base.pathname || url.pathname.startsWith(`${withoutSlash(base.pathname)}/`);
  return url.origin === base.origin && isBelow && !url.username && !url.password ? { url: url.href } : null;
}

/** Whether it could lead out of its folder at some server: by `..`, as it is or encoded, or by a backslash. */
function climbs(path: string): boolean {
  try {
    const segments = decodeURIComponent(path.split(/[?#]/)[0] ?? "").split("/");
    return segments.some((segment) => segment === "." || segment === ".." || segment.includes("\\"));
  } catch {
    // No server reads all of it alike.
    return true;
  }
}

function withoutSlash(text: string): string {
  return text.replace(/\/+$/, "");
}
