import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { plain } from "@/lib/runbooks/match/plain.rules";
import { exitCriteria } from "@/lib/runbooks/parse/read";
import type { ParsedCriterion, ParsedRunbook } from "@/lib/runbooks/parse/types";
import { readTexts } from "@/lib/timeline/read-texts";

/** The exit criteria of a runbook that an incident does not have yet, word for word: from another version, say. */
export async function newCriteria(
  ctx: Context,
  { row }: LockedIncident,
  parsed: ParsedRunbook,
): Promise<ParsedCriterion[]> {
  const known = await ctx.db.exitCriterion.findMany({
    where: { incidentId: row.id },
    select: { textId: true },
  });
  const texts = await readTexts(
    ctx,
    known.map(({ textId }) => textId),
  );
  const words = new Set([...texts.values()].flatMap((text) => (text === null ? [] : [plain(text)])));
  return exitCriteria(parsed).filter(({ text }) => !words.has(plain(text)));
}
