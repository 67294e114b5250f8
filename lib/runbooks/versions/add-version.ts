import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/kernel/ids";
import { append, type LockedStream } from "@/lib/timeline/append";
import { canonical, sha256 } from "@/lib/timeline/hash.rules";
import type { NewText } from "@/lib/timeline/texts";
import { findableOf } from "../match/findable.rules";
import type { Choice } from "../parse/choices";
import type { ParsedRunbook } from "../parse/types";
import { PARSER_VERSION } from "../parse/version";
import type { Commit } from "../schemas";
import type { Target } from "./target";

/** What a version is made of. */
export interface NewVersion {
  /** The Markdown, byte for byte. */
  source: Uint8Array<ArrayBuffer>;
  choices: readonly Choice[];
  /** What this parser makes of both. */
  parsed: ParsedRunbook;
  fileName: string | null;
  commit?: Commit | null;
  why?: NewText | null;
  /** The number of the version whose text it is. */
  restores?: number;
}

/** A version that is there now, as entries of the audit log name it. */
export interface Added {
  runbookId: string;
  versionId: string;
  number: number;
  sha256: string;
  parserVersion: number;
  choices: { count: number; sha256: string } | null;
}

/** Adds the next version of a runbook as a draft. A runbook that was never published is found by its newest draft. */
export async function addVersion(
  ctx: Context,
  at: Date,
  runbook: Target,
  version: NewVersion,
): Promise<Added> {
  const { source, parsed, fileName, commit, why, restores } = version;
  const choices = [...version.choices];
  const added = {
    ...{ runbookId: runbook.id, versionId: newId(), number: (runbook.newest?.number ?? 0) + 1 },
    ...{ sha256: sha256(source), parserVersion: PARSER_VERSION },
    choices: choices.length === 0 ? null : { count: choices.length, sha256: sha256(canonical(choices)) },
  };
  await ctx.db.runbookVersion.create({
    data: {
      ...{ id: added.versionId, runbookId: runbook.id, number: added.number, source, sha256: added.sha256 },
      ...{ choices, fileName, createdById: ctx.actor.id, createdAt: at, restoresNumber: restores },
      ...(commit && { commit }),
      ...(why && { whyTextId: why.ref.textId }),
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
  if (runbook.publishedVersionId === null)
    await ctx.db.runbook.update({
      where: { id: runbook.id },
      data: { ...namedBy(runbook, { parsed, fileName }), updatedAt: at },
      select: { id: true },
    });
  return added;
}

/**
 * Makes a version the published one: what is offered, started and found from now on.
 * @param sourcePath where it was imported from this time; absent: as before
 */
export async function setPublished(
  ctx: Context,
  { stream, at }: { stream: LockedStream; at: Date },
  runbook: Target,
  version: { versionId: string; parsed: ParsedRunbook; fileName: string | null },
  sourcePath = runbook.sourcePath,
): Promise<void> {
  const { versionId } = version;
  await ctx.db.runbook.update({
    where: { id: runbook.id },
    data: {
      ...namedBy({ ...runbook, sourcePath }, version),
      sourcePath,
      publishedVersionId: versionId,
      updatedAt: at,
    },
    select: { id: true },
  });
  await ctx.db.runbookVersion.updateMany({
    where: { id: versionId, publishedAt: null },
    data: { publishedAt: at },
  });
  await append(ctx, stream, at, {
    kind: "runbook.published",
    data: { runbookId: runbook.id, from: runbook.publishedVersionId, to: versionId },
  });
}

/** What the library calls and finds it by. */
function namedBy(
  { slug, sourcePath }: Target,
  { parsed, fileName }: { parsed: ParsedRunbook; fileName: string | null },
) {
  return { title: parsed.title, ...findableOf(parsed, { slug, fileName: sourcePath ?? fileName }) };
}
