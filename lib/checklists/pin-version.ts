import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { readParse } from "@/lib/runbooks/read-parse";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";

/** A version of a runbook with the parse that a checklist is pinned to. */
export interface Pinned {
  runbookId: string;
  versionId: string;
  number: number;
  parserVersion: number;
  parsed: ParsedRunbook;
}

/**
 * A version as its newest parse reads it: what is started or switched to now.
 * @throws Failure `not_found` when there is no such version, `invalid` for a draft
 */
export async function pinVersion(ctx: Context, versionId: string): Promise<Pinned> {
  const version = await ctx.db.runbookVersion.findUnique({
    where: { id: versionId },
    select: {
      runbookId: true,
      number: true,
      publishedAt: true,
      parses: { orderBy: { parserVersion: "desc" }, take: 1, select: { parserVersion: true } },
    },
  });
  const parserVersion = version?.parses[0]?.parserVersion;
  if (!version || parserVersion === undefined)
    throw new Failure("not_found", "This runbook version is not there.");
  if (!version.publishedAt) throw new Failure("invalid", "This version is a draft. Publish it first.");
  const { runbookId, number } = version;
  return {
    ...{ runbookId, versionId, number, parserVersion },
    parsed: await readParse(ctx, versionId, parserVersion),
  };
}
