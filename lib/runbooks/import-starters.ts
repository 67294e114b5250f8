import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { importRunbook } from "./import-runbook";
import { slugFrom } from "./slug.rules";

/** Below the folder that the console runs in. */
const FOLDER = path.join("prisma", "seed", "runbooks");

/**
 * Adds the runbooks that Quarterdeck brings along, to begin with; all of them, or nothing. A runbook of the same name
 * that is there, archived or not, stays as it is.
 * @returns how many were added
 * @throws Failure `not_found` when this copy of Quarterdeck came without them
 */
export async function importStarters(ctx: Context): Promise<{ added: number }> {
  authorise(ctx.actor, "runbook.import");
  const files = await starters();
  const slugs = files.map(slugFrom);
  const rows = await ctx.db.runbook.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
  const known = new Set(rows.map(({ slug }) => slug));
  const missing = files.filter((file) => !known.has(slugFrom(file)));
  for (const fileName of missing) {
    const sourceBase64 = await readFile(path.join(FOLDER, fileName), "base64");
    await importRunbook(ctx, { sourceBase64, fileName });
  }
  return { added: missing.length };
}

async function starters(): Promise<string[]> {
  const files = await readdir(FOLDER).catch(() => []);
  const found = files.filter((file) => file.endsWith(".md")).sort();
  if (found.length === 0)
    throw new Failure("not_found", "This copy of Quarterdeck has no starter runbooks. Import your own.");
  return found;
}
