import { readFileSync } from "node:fs";
import type { BaseContext } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import { importFile, type ImportedFile } from "@/lib/runbooks/import-file";
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
  /** It was not published: somebody is to look at it. */
  held: boolean;
  failed: boolean;
}

/**
 * Imports files one after the other, each in a transaction of its own: one that fails holds back no other.
 * @param files with the name under which each is imported
 * @param roots the folders that were asked for: paths are kept below them
 * @param onFile told after each
 * @param overwrite publishes also what would replace work of the console
 */
export async function importFiles(
  base: BaseContext,
  files: ReadonlyMap<string, string>,
  roots: readonly string[],
  onFile: (file: string) => void,
  overwrite = false,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [file, name] of files) {
    const named = { file, fileName: name, sourcePath: pathBelow(roots, file), overwrite };
    results.push(await importOne(base, named).catch((error: Error) => failed({ file }, error.message)));
    onFile(file);
  }
  return results;
}

interface Named {
  file: string;
  fileName: string;
  sourcePath: string;
  overwrite: boolean;
}

async function importOne(base: BaseContext, named: Named): Promise<Result> {
  const { file, fileName, sourcePath, overwrite } = named;
  const runbook = readRunbookFile(file, fileName);
  const read = { file, title: runbook.title, counts: countsOf(runbook), held: false, failed: false };
  if (runbook.lines.total === 0) return { ...read, version: null, outcome: "empty: nothing to import" };
  const input = {
    sourceBase64: readFileSync(file, "base64"),
    fileName,
    sourcePath,
    parsed: runbook,
    overwrite,
  };
  try {
    const imported = await inTransaction(base, (ctx) => importFile(ctx, input));
    const held = imported.held === "left" || imported.held === "waits";
    return { ...read, version: imported.number, outcome: outcomeOf(imported), held };
  } catch (error) {
    return failed(read, error instanceof Error ? error.message : String(error));
  }
}

/** What was made in the console and the file does not have is told by version and person. */
function outcomeOf({ held, over, number, saved, carried, lost }: ImportedFile): string {
  const hand =
    over &&
    `version ${over.number} was ${over.by ? `made in the console by ${over.by}` : "published in the console since"}`;
  const unfit = lost > 0 ? `${corrections(lost)} no longer ${lost === 1 ? "fits" : "fit"}` : null;
  if (held === "archived") return "archived: left as it is";
  if (held === "left") return `left as it is: ${hand}`;
  if (held === "waits")
    return `${saved ? `waits as draft ${number}` : `draft ${number} still waits`}: ${[hand, unfit].filter(Boolean).join(", ")}`;
  if (!saved) return "nothing new";
  const kept = carried > 0 ? `${corrections(carried)} kept` : null;
  return [
    over ? `saved over version ${over.number}, made in the console by ${over.by}` : "saved",
    kept,
    unfit,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Those that somebody made in the console go with a file; which of them no longer fit is worth a look. */
function corrections(count: number): string {
  return `${count} ${count === 1 ? "correction" : "corrections"}`;
}

function failed(read: { file: string; title?: string; counts?: Counts }, why: string): Result {
  const { file, title = null, counts = null } = read;
  return { file, title, counts, version: null, outcome: `failed: ${why}`, held: false, failed: true };
}
