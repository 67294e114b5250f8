import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { sha256 } from "@/lib/timeline/hash.rules";
import { findableOf } from "./match/findable.rules";
import { parseRunbook } from "./parse/parse-runbook";
import type { ParsedRunbook } from "./parse/types";
import { PARSER_VERSION } from "./parse/version";
import type { ImportInput } from "./schemas";
import { freeSlug, slugFrom } from "./slug.rules";
import { bytesOf, textOf } from "./source";

export interface Imported {
  runbookId: string;
  versionId: string;
  slug: string;
  number: number;
  title: string;
  /** False when exactly these bytes are the newest version already: then nothing was saved. */
  saved: boolean;
}

/**
 * Imports a runbook from Markdown, or a new version of one, and publishes it: the source byte for byte, and what
 * this parser version made of it. The same bytes again change nothing.
 * @param input.parsed what was read of exactly this document under this file name, by a caller that has it already
 * @throws Failure `not_found` when the runbook to renew is not there
 */
export async function importRunbook(
  ctx: Context,
  input: ImportInput & { parsed?: ParsedRunbook },
): Promise<Imported> {
  authorise(ctx.actor, "runbook.import");
  const source = bytesOf(input);
  const parsed = input.parsed ?? parseRunbook(textOf(source), { fileName: input.fileName });
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const runbook = input.runbookId
    ? await existing(ctx, input.runbookId)
    : await create(ctx, at, parsed, input.fileName);
  const digest = sha256(source);
  const newest = runbook.newest;
  const named = { runbookId: runbook.id, slug: runbook.slug, title: parsed.title };
  if (newest?.sha256 === digest)
    return { ...named, versionId: newest.id, number: newest.number, saved: false };

  const versionId = newId();
  const number = (newest?.number ?? 0) + 1;
  await ctx.db.runbookVersion.create({
    data: {
      ...{ id: versionId, runbookId: runbook.id, number, source, sha256: digest },
      ...{ fileName: input.fileName ?? null, createdById: ctx.actor.id, createdAt: at },
      parses: {
        create: {
          parserVersion: PARSER_VERSION,
          parsed: parsed as unknown as Prisma.InputJsonValue,
          createdAt: at,
        },
      },
    },
    select: { id: true },
  });
  await ctx.db.runbook.update({
    where: { id: runbook.id },
    data: {
      title: parsed.title,
      publishedVersionId: versionId,
      ...findableOf(parsed, { slug: runbook.slug, fileName: input.sourcePath ?? input.fileName ?? null }),
      ...(input.sourcePath !== undefined && { sourcePath: input.sourcePath }),
      updatedAt: at,
      archivedAt: null,
    },
    select: { id: true },
  });
  await append(ctx, stream, at, {
    kind: "runbook.imported",
    data: { runbookId: runbook.id, versionId, number, sha256: digest, parserVersion: PARSER_VERSION },
  });
  await append(ctx, stream, at, {
    kind: "runbook.published",
    data: { runbookId: runbook.id, from: runbook.publishedVersionId, to: versionId },
  });
  return { ...named, versionId, number, saved: true };
}

interface Target {
  id: string;
  slug: string;
  publishedVersionId: string | null;
  newest: { id: string; number: number; sha256: string } | null;
}

async function existing(ctx: Context, id: string): Promise<Target> {
  const found = await ctx.db.runbook.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      publishedVersionId: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, sha256: true } },
    },
  });
  if (!found) throw new Failure("not_found", "There is no such runbook.");
  return { ...found, newest: found.versions[0] ?? null };
}

async function create(
  ctx: Context,
  at: Date,
  parsed: ParsedRunbook,
  fileName: string | undefined,
): Promise<Target> {
  const wanted = slugFrom(fileName ?? parsed.title);
  const taken = await ctx.db.runbook.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const row = { id: newId(), slug: freeSlug(wanted, new Set(taken.map(({ slug }) => slug))) };
  await ctx.db.runbook.create({
    data: { ...row, title: parsed.title, searchText: "", createdAt: at, updatedAt: at },
    select: { id: true },
  });
  return { ...row, publishedVersionId: null, newest: null };
}
