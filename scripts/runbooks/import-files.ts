import { readFileSync } from "node:fs";
import path from "node:path";
import type { BaseContext } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { slugFrom } from "@/lib/runbooks/slug.rules";
import { countParse, type Counts } from "./count-parse";

/** What became of one file. */
export interface Result {
  file: string;
  counts: Counts | null;
  version: number | null;
  /** "saved", "nothing new", or what went wrong. */
  outcome: string;
  failed: boolean;
}

/**
 * Imports files one after the other, each in a transaction of its own: one that fails holds back no other. A file
 * whose name gives the slug of a runbook that is there becomes its next version.
 * @param onFile told before each, counted from 1
 */
export async function importFiles(
  base: BaseContext,
  files: readonly string[],
  onFile: (number: number, file: string) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  const bySlug = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    onFile(index + 1, file);
    const slug = slugFrom(path.basename(file));
    const other = bySlug.get(slug);
    bySlug.set(slug, other ?? file);
    results.push(
      other
        ? failed(file, null, `same name as ${other}: rename one`)
        : await importFile(base, file, slug).catch((error: Error) => failed(file, null, error.message)),
    );
  }
  return results;
}

async function importFile(base: BaseContext, file: string, slug: string): Promise<Result> {
  const fileName = path.basename(file);
  const bytes = readFileSync(file);
  const counts = countParse(bytes, fileName);
  const known = await base.db.runbook.findUnique({ where: { slug }, select: { id: true } });
  const input = { sourceBase64: bytes.toString("base64"), fileName, runbookId: known?.id };
  try {
    const { number, saved } = await inTransaction(base, (ctx) => importRunbook(ctx, input));
    return { file, counts, version: number, outcome: saved ? "saved" : "nothing new", failed: false };
  } catch (error) {
    return failed(file, counts, error instanceof Error ? error.message : String(error));
  }
}

function failed(file: string, counts: Counts | null, why: string): Result {
  return { file, counts, version: null, outcome: `failed: ${why}`, failed: true };
}
