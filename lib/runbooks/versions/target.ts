import type { Context, ReadContext } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { choicesSchema, type Choice } from "../parse/choices";
import { freeSlug } from "../slug.rules";
import type { KeptFacts } from "../sync/kept";

/** A runbook that gets a version. */
export interface Target extends KeptFacts {
  id: string;
  slug: string;
  title: string;
  publishedVersionId: string | null;
  sourcePath: string | null;
  archivedAt: Date | null;
  newest: Newest | null;
}

interface Newest {
  id: string;
  number: number;
  sha256: string;
  source: Uint8Array;
  choices: Choice[];
  createdById: string | null;
  fileName: string | null;
}

/** The runbook as it is; lock the audit log before. @throws Failure `not_found` */
export async function readTarget(
  { db }: Pick<ReadContext, "db">,
  where: { id: string } | { slug: string },
): Promise<Target> {
  const found = await db.runbook.findUnique({
    where,
    select: {
      ...{ id: true, slug: true, title: true, publishedVersionId: true, sourcePath: true, archivedAt: true },
      ...{ sourceId: true, detachedAt: true },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          ...{ id: true, number: true, sha256: true, source: true, choices: true },
          ...{ createdById: true, fileName: true },
        },
      },
    },
  });
  if (!found) throw new Failure("not_found", "There is no such runbook.");
  const {
    versions: [newest],
    ...row
  } = found;
  return { ...row, newest: newest ? { ...newest, choices: choicesSchema.parse(newest.choices) } : null };
}

/** Makes a runbook that has no version yet. @param about `slug`: the one wanted; a free one like it is taken */
export async function createTarget(
  ctx: Context,
  at: Date,
  about: { title: string; slug: string },
): Promise<Target> {
  const taken = await ctx.db.runbook.findMany({
    where: { slug: { startsWith: about.slug } },
    select: { slug: true },
  });
  const slug = freeSlug(about.slug, new Set(taken.map((row) => row.slug)));
  const row = { id: newId(), slug, title: about.title };
  await ctx.db.runbook.create({
    data: { ...row, searchText: "", createdAt: at, updatedAt: at },
    select: { id: true },
  });
  const none = { publishedVersionId: null, sourcePath: null, archivedAt: null, newest: null };
  return { ...row, ...none, sourceId: null, detachedAt: null };
}
