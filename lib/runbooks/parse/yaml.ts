import { parse } from "yaml";

/** Longer YAML is neither front matter nor a list of contacts. */
const MAX_LENGTH = 20_000;
/** Nor is what is nested deeper: reading it takes time that grows with the cube of its depth, then the whole process. */
const DEEPEST = 50;
/** Lists within lists, begun on one line. */
const COMPACT = /^[ \t]*(?:[-?][ \t]+){6}/m;
/** Keys that are marked as such may be lists or mappings. */
const MARKED_KEY = /(?<=^|[-?:,[{][ \t]*)\?\s/gm;
const MOST_MARKED_KEYS = 10;

/** @returns what a text holds, every single value as text; undefined for what cannot be read, or is too long or too deep */
export function readYaml(text: string): unknown {
  if (text.length > MAX_LENGTH || isDeep(text)) return undefined;
  try {
    return parse(text, { logLevel: "silent", schema: "failsafe" });
  } catch {
    return undefined;
  }
}

function isDeep(text: string): boolean {
  if (COMPACT.test(text) || (text.match(MARKED_KEY)?.length ?? 0) > MOST_MARKED_KEYS) return true;
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}
