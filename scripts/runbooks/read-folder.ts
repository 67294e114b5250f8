import { readFileSync } from "node:fs";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { slugFrom } from "@/lib/runbooks/slug.rules";
import { bytesOf, textOf } from "@/lib/runbooks/source";
import type { FoundFile, KnownRunbook } from "@/lib/runbooks/sync/plan.rules";
import { sha256 } from "@/lib/timeline/hash.rules";
import { pathBelow } from "./import-names";

/** A file as it lies in the folder, with what a sync needs of it. */
export interface ReadFile extends FoundFile {
  file: string;
  fileName: string;
  sourceBase64: string;
  /** Absent where a runbook of this path has these bytes already: then nobody asks. */
  parsed: ParsedRunbook | null;
  /** It could not be read, or is no document that can be kept; an empty one is no failure. */
  failed: boolean;
}

/**
 * Reads a file of the folder; one that cannot be read or imported says why.
 * @param known what the console knows under this path
 */
export function readFolderFile(
  file: string,
  fileName: string,
  root: string,
  known: (path: string) => KnownRunbook | undefined,
): ReadFile {
  const path = pathBelow([root], file);
  const read = { file, fileName, path, sha256: "", slug: null, sourceBase64: "", parsed: null };
  try {
    const sourceBase64 = readFileSync(file, "base64");
    if (sourceBase64 === "") return { ...read, problem: EMPTY, failed: false };
    const bytes = bytesOf({ sourceBase64 });
    const found = { ...read, sourceBase64, sha256: sha256(bytes) };
    const same = known(path);
    const isKept = same && !same.archived && !same.adoptable;
    if (isKept && same.sha256 === found.sha256) return { ...found, problem: null, failed: false };
    const parsed = parseRunbook(textOf(bytes), { fileName });
    if (parsed.lines.total === 0) return { ...found, problem: EMPTY, failed: false };
    return { ...found, parsed, slug: slugOf(parsed), problem: null, failed: false };
  } catch (error) {
    const problem = `failed: ${error instanceof Error ? error.message : String(error)}`;
    return { ...read, problem, failed: true };
  }
}

const EMPTY = "empty: nothing to import";

/** `slug` of the front matter. */
function slugOf(parsed: ParsedRunbook): string | null {
  const wanted = parsed.metadata.find(({ key }) => key.toLowerCase() === "slug")?.value.trim();
  return wanted ? slugFrom(wanted) : null;
}
