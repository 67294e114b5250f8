import { readFileSync } from "node:fs";
import type { BaseContext } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import { importRunbook, type Imported } from "@/lib/runbooks/import-runbook";
import { slugFrom } from "@/lib/runbooks/slug.rules";
import { countsOf, type Counts } from "./counts";
import { pathBelow } from "./import-names";
import { readRunbookFile } from "./read-file";

/** What became of one file. */
export interface Result {
  file: string;
  title: string | null;
  counts: Counts | null;
  version: number | null;
  /** "saved", "nothing new", "empty …", or what went wrong. */
  outcome: string;
  failed: boolean;
}

/**
 * Imports files one after the other, each in a transaction of its own: one that fails holds back no other. A file
 * that was imported from the same path, or whose name gives the slug of a runbook from no path, becomes the next version.
 * @param files with the name under which each is imported
 * @param roots the folders that were asked for: paths are kept below them
 * @param onFile told after each
 */
export async function importFiles(
  base: BaseContext,
  files: ReadonlyMap<string, string>,
  roots: readonly string[],
  onFile: (file: string) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [file, name] of files) {
    const named = { file, fileName: name, sourcePath: pathBelow(roots, file) };
    results.push(await importFile(base, named).catch((error: Error) => failed({ file }, error.message)));
    onFile(file);
  }
  return results;
}

interface Named {
  file: string;
  fileName: string;
  sourcePath: string;
}

async function importFile(base: BaseContext, { file, fileName, sourcePath }: Named): Promise<Result> {
  const runbook = readRunbookFile(file, fileName);
  const read = { file, title: runbook.title, counts: countsOf(runbook) };
  if (runbook.lines.total === 0)
    return { ...read, version: null, outcome: "empty: nothing to import", failed: false };
  const select = { id: true, archivedAt: true };
  const known =
    (await base.db.runbook.findFirst({ where: { sourcePath }, select })) ??
    (await base.db.runbook.findFirst({ where: { slug: slugFrom(fileName), sourcePath: null }, select }));
  if (known?.archivedAt) return { ...read, version: null, outcome: "archived: left as it is", failed: false };
  const input = {
    sourceBase64: readFileSync(file, "base64"),
    fileName,
    sourcePath,
    runbookId: known?.id,
    parsed: runbook,
  };
  try {
    const imported = await inTransaction(base, (ctx) => importRunbook(ctx, input));
    return { ...read, version: imported.number, outcome: outcomeOf(imported), failed: false };
  } catch (error) {
    return failed(read, error instanceof Error ? error.message : String(error));
  }
}

/** Corrections that somebody made in the console go with a file; which of them no longer fit is worth a look. */
function outcomeOf({ saved, carried, lost }: Imported): string {
  if (!saved) return "nothing new";
  const kept = carried > 0 ? `, ${carried} ${carried === 1 ? "correction" : "corrections"} kept` : "";
  return `saved${kept}${lost > 0 ? `, ${lost} no longer ${lost === 1 ? "fits" : "fit"}` : ""}`;
}

function failed(read: { file: string; title?: string; counts?: Counts }, why: string): Result {
  const { file, title = null, counts = null } = read;
  return { file, title, counts, version: null, outcome: `failed: ${why}`, failed: true };
}
