import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn, type LockedStream } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { importRunbook } from "../import-runbook";
import type { ParsedRunbook } from "../parse/types";
import type { Commit } from "../schemas";

export interface SyncedFile {
  sourceId: string;
  /** Below the folder. */
  path: string;
  /** The runbook that it goes on by the plan; null: a new one. */
  runbookId: string | null;
  sourceBase64: string;
  fileName: string;
  /** Wanted for a new runbook. */
  slug: string | null;
  parsed: ParsedRunbook;
  commit: Commit | null;
}

export interface Synced {
  title: string;
  number: number;
  /** What was done, in the order in which it is told; empty when everything was so already. */
  done: ("added" | "attached" | "moved" | "restored" | "saved")[];
  /** A person took the runbook out of the folder's hands: nothing was done. */
  detached: boolean;
}

/**
 * Brings one runbook in step with its file: it is where the file is, in use, and its newest version has the file's
 * bytes. What is so already is left, so two syncs at once do one work.
 */
export async function syncFile(ctx: Context, input: SyncedFile): Promise<Synced> {
  authorise(ctx.actor, "runbook.sync");
  const stream = await lockAdministration(ctx);
  const runbook = await target(ctx, input);
  if (runbook?.detachedAt) {
    // Its file is known under the new path, too, so that it does not come back as another runbook.
    if (runbook.sourcePath !== input.path) await move(ctx, stream, runbook.id, input);
    const number = runbook.versions[0]?.number ?? 0;
    return { title: runbook.title, number, done: [], detached: true };
  }
  const done: Synced["done"] = [];
  if (runbook && runbook.sourceId === null) done.push(await attach(ctx, stream, runbook.id, input));
  else if (runbook && runbook.sourcePath !== input.path)
    done.push(await move(ctx, stream, runbook.id, input));
  if (runbook?.archivedAt) done.push(await restore(ctx, stream, runbook.id));

  const { sourceBase64, fileName, path, sourceId, parsed, commit } = input;
  const imported = await importRunbook(ctx, {
    ...{ sourceBase64, fileName, sourcePath: path, parsed, commit },
    ...{ runbookId: runbook?.id, slug: input.slug ?? undefined, bySource: sourceId },
  });
  if (!runbook) {
    const now = await lockAdministration(ctx);
    await attach(ctx, now, imported.runbookId, input);
    done.push("added");
  } else if (imported.saved) done.push("saved");
  return { title: imported.title, number: imported.number, done, detached: false };
}

/** By its path, as it is now; else the one that the plan chose, unless it went elsewhere meanwhile. */
async function target(ctx: Context, { sourceId, path, runbookId }: SyncedFile) {
  const select = {
    ...{ id: true, title: true, sourceId: true, sourcePath: true, archivedAt: true, detachedAt: true },
    versions: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
  } as const;
  const there = await ctx.db.runbook.findUnique({
    where: { sourceId_sourcePath: { sourceId, sourcePath: path } },
    select,
  });
  if (there || runbookId === null) return there;
  return ctx.db.runbook.findFirst({
    where: { id: runbookId, OR: [{ sourceId }, { sourceId: null, sourcePath: path }] },
    select,
  });
}

async function attach(
  ctx: Context,
  stream: LockedStream,
  runbookId: string,
  { sourceId, path }: SyncedFile,
): Promise<"attached"> {
  const at = timeIn(ctx, stream);
  const data = { sourceId, sourcePath: path, updatedAt: at };
  await ctx.db.runbook.update({ where: { id: runbookId, sourceId: null }, data, select: { id: true } });
  const words = newText(path);
  const entry = { runbookId, sourceId, path: words.ref };
  await append(ctx, stream, at, { kind: "runbook.attached", data: entry, texts: [words] });
  return "attached";
}

async function move(
  ctx: Context,
  stream: LockedStream,
  runbookId: string,
  { sourceId, path }: SyncedFile,
): Promise<"moved"> {
  const at = timeIn(ctx, stream);
  const data = { sourcePath: path, updatedAt: at };
  await ctx.db.runbook.update({ where: { id: runbookId, sourceId }, data, select: { id: true } });
  const words = newText(path);
  await append(ctx, stream, at, {
    kind: "runbook.moved",
    data: { runbookId, path: words.ref },
    texts: [words],
  });
  return "moved";
}

async function restore(ctx: Context, stream: LockedStream, runbookId: string): Promise<"restored"> {
  const at = timeIn(ctx, stream);
  const data = { archivedAt: null, updatedAt: at };
  await ctx.db.runbook.update({ where: { id: runbookId }, data, select: { id: true } });
  await append(ctx, stream, at, { kind: "runbook.restored", data: { runbookId } });
  return "restored";
}
