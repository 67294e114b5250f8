import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";

export interface SyncInput {
  /** What the folder is called in the console. */
  name: string;
  /** Its absolute path. */
  location: string;
  /** The name was given on purpose: the folder may lie elsewhere than last time. */
  named: boolean;
}

/**
 * The folder as the console knows it; new when nothing of this name was synced before.
 * @returns its id
 * @throws Failure `conflict` when another folder has the name that this one would get by itself
 */
export async function beginSync(ctx: Context, { name, location, named }: SyncInput): Promise<string> {
  authorise(ctx.actor, "runbook.sync");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const known = await findSource(ctx, { name, location, named });
  if (known) {
    await ctx.db.runbookSource.update({
      where: { id: known.id },
      data: { location },
      select: { id: true },
    });
    return known.id;
  }
  const id = newId();
  await ctx.db.runbookSource.create({ data: { id, name, location, createdAt: at }, select: { id: true } });
  const words = newText(name);
  await append(ctx, stream, at, {
    kind: "runbook_source.added",
    data: { sourceId: id, name: words.ref },
    texts: [words],
  });
  return id;
}

/**
 * The folder of this name, or null when it was never synced.
 * @throws Failure `conflict` as above
 */
export async function findSource(
  { db }: Pick<Context, "db">,
  { name, location, named }: SyncInput,
): Promise<{ id: string } | null> {
  const known = await db.runbookSource.findUnique({ where: { name }, select: { id: true, location: true } });
  if (known && !named && known.location !== location) {
    throw new Failure(
      "conflict",
      `${known.location} is synced as “${name}”. If this is that folder, moved, say --name=${name}; if not, give it another name.`,
    );
  }
  return known;
}
