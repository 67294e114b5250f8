import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { isUnchanged, stepDifference } from "../difference.rules";
import type { DifferenceDto } from "../dto";
import { lineDifference } from "../line-difference.rules";
import { textOf } from "../source";
import { findRunbook, findVersion, parsedOf } from "./read-versions";

/** What changed between two versions of a runbook: by steps, and by lines of the Markdown. */
export async function readDifference(
  ctx: ReadContext,
  { slug, from, to }: { slug: string; from: number; to: number },
): Promise<DifferenceDto> {
  authorise(ctx.actor, "runbook.read");
  const runbook = await findRunbook(ctx, slug);
  const [older, newer] = await Promise.all([findVersion(ctx, runbook, from), findVersion(ctx, runbook, to)]);
  const [before, after] = await Promise.all([parsedOf(ctx, older.row), parsedOf(ctx, newer.row)]);
  return {
    ...{ slug, title: runbook.title, from: older.version, to: newer.version },
    steps: stepDifference(before, after).filter((change) => !isUnchanged(change)),
    ...lineDifference(textOf(older.row.source), textOf(newer.row.source)),
  };
}
