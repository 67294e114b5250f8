import { realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { BaseContext } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import { archiveGone } from "@/lib/runbooks/sync/archive-gone";
import { beginSync, findSource } from "@/lib/runbooks/sync/begin-sync";
import { knownRunbooks } from "@/lib/runbooks/sync/known-runbooks";
import { planSync, type Act } from "@/lib/runbooks/sync/plan.rules";
import { syncFile } from "@/lib/runbooks/sync/sync-file";
import { findMarkdown } from "./find-markdown";
import { gitHistory, type GitHistory } from "./git-history";
import { importNames, pathBelow } from "./import-names";
import { readFolderFile, type ReadFile } from "./read-folder";
import { plannedResult, syncedResult, type SyncResult } from "./sync-words";

export interface SyncOptions {
  /** What the folder is called in the console; else its own name. */
  name: string | null;
  /** Says what would happen, and writes nothing. */
  dryRun: boolean;
  onBegin: (total: number) => void;
  onFile: (file: string) => void;
}

/**
 * Brings the library in step with a folder: its files are the truth. Each file has a transaction of its own; one that
 * fails holds back no other. The same folder again changes nothing.
 * @throws Error of one line when it is no folder or holds no Markdown: nothing is archived then
 */
export async function syncFolder(
  base: BaseContext,
  folder: string,
  options: SyncOptions,
): Promise<SyncResult[]> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${folder} is no folder.`);
  const root = realpathSync(folder);
  const files = importNames(findMarkdown([root]), [root]);
  const name = options.name ?? basename(root);
  const source = { name, location: root, named: options.name !== null };
  const sourceId = options.dryRun
    ? ((await findSource(base, source))?.id ?? null)
    : await inTransaction(base, (ctx) => beginSync(ctx, source));

  const paths = [...files.keys()].map((file) => pathBelow([root], file));
  const known = await knownRunbooks(base, sourceId, paths);
  const byPath = new Map(known.map((runbook) => [runbook.path, runbook]));
  const found = [...files].map(([file, own]) => readFolderFile(file, own, root, (at) => byPath.get(at)));
  const acts = planSync(found, known);
  const git = options.dryRun ? null : await gitHistory(root);

  options.onBegin(acts.length);
  const results: SyncResult[] = [];
  for (const act of acts) {
    const planned = plannedResult(act);
    const done =
      options.dryRun || sourceId === null
        ? planned
        : await carryOut(base, sourceId, act, git).catch((error: Error) => failed(planned, error));
    results.push(done);
    options.onFile(planned.path);
  }
  return results;
}

async function carryOut(
  base: BaseContext,
  sourceId: string,
  act: Act<ReadFile>,
  git: GitHistory | null,
): Promise<SyncResult> {
  const planned = plannedResult(act);
  if (act.kind === "archive") {
    const gone = { sourceId, runbookId: act.runbook.id, path: act.runbook.path };
    const archived = await inTransaction(base, (ctx) => archiveGone(ctx, gone));
    return archived ? planned : { ...planned, kind: "same", outcome: "nothing new" };
  }
  const { fileName, path, sourceBase64, slug, parsed } = act.file;
  if (act.kind === "skip" || parsed === null) return planned;
  const commit = (await git?.lastCommit(path)) ?? null;
  const runbookId = act.runbook?.id ?? null;
  const input = { sourceId, path, runbookId, sourceBase64, fileName, slug, parsed, commit };
  return syncedResult(act, await inTransaction(base, (ctx) => syncFile(ctx, input)));
}

function failed(planned: SyncResult, error: Error): SyncResult {
  return { ...planned, version: null, kind: "failed", outcome: `failed: ${error.message}` };
}
