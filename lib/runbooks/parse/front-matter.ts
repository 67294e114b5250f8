import type { RootContent } from "mdast";
import { linesOf } from "./blocks";
import type { LineRange, Metadata } from "./types";
import { readYaml } from "./yaml";

export type FrontMatter = {
  lines: LineRange;
  title: string | null;
  /** Keys with a single value, and lists of single values, one entry each. */
  metadata: Metadata[];
  /** False when it could not be read: it is kept in the source and shown nowhere. */
  readable: boolean;
};

/** Reads the front matter at the head of a document, if it has any. */
export function readFrontMatter(node: RootContent | undefined): FrontMatter | null {
  if (node?.type === "yaml") return describe(node.value, linesOf(node), valuesOf(node.value));
  // The TOML plugin adds a node type that mdast does not know.
  const toml = node as { type: string; value?: unknown } | undefined;
  if (node && toml?.type === "toml" && typeof toml.value === "string") {
    return describe(toml.value, linesOf(node), readToml(toml.value));
  }
  return null;
}

function describe(text: string, lines: LineRange, values: Record<string, unknown> | null): FrontMatter {
  const rows = text.split("\n");
  const metadata = Object.entries(values ?? {}).flatMap(([key, value]) => {
    const at = rows.findIndex((row) => row.startsWith(key));
    const line = at < 0 ? lines.start : lines.start + 1 + at;
    const found = Array.isArray(value) ? value : [value];
    return found.filter(isScalar).map((scalar) => ({ key, value: String(scalar), line }));
  });
  const title = metadata.find((entry) => entry.key.toLowerCase() === "title")?.value.trim() || null;
  return { lines, title, metadata, readable: values !== null };
}

function valuesOf(text: string): Record<string, unknown> | null {
  const value = readYaml(text);
  if (value === null || value === "") return {};
  return typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

/** Simple `key = "value"` lines are enough for what is looked for. */
function readToml(text: string): Record<string, unknown> {
  const pairs = text.split("\n").map((row) => /^([\w-]+)\s*=\s*"?([^"[{]*)"?\s*$/.exec(row));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? "", pair[2] ?? ""]] : [])));
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value) && value !== "";
}
