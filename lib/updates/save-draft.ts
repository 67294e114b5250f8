import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { nameOf } from "@/lib/incidents/name-of";
import { personOf } from "@/lib/incidents/person-of";
import { Failure } from "@/lib/kernel/errors";
import { cadenceState } from "./cadence-state.rules";
import type { KeptDraftDto } from "./dto";
import { readDraftFacts, readSavedDraft } from "./read-saved-draft";
import type { DraftInput } from "./schemas";

/**
 * Keeps the next update as it is being written. Work in progress: nothing goes on the timeline, and the incident's
 * stream is not locked; the revision keeps two authors from overwriting each other.
 * @throws Failure `conflict` when somebody saved since, with their text in `details.draft`, or the update was posted
 */
export async function saveDraft(ctx: Context, input: DraftInput & { key: string }): Promise<KeptDraftDto> {
  const { key, number, rev, body } = input;
  const { id, facts, cadence } = await readDraftFacts(ctx, key);
  authorise(ctx.actor, "update.draft", facts);
  const next = cadenceState.parse(cadence).updatesPosted + 1;
  if (number !== next)
    throw new Failure("conflict", `Update ${number} is posted already. Your text is kept here.`);
  const { id: savedById } = personOf(ctx);
  const row = { body: { number, ...body }, rev: rev + 1, savedById, savedAt: ctx.clock.now() };
  const count = rev === 0 ? await insert(ctx, id, row) : await replace(ctx, id, rev, row);
  if (count === 1) return { rev: row.rev, savedById, savedAt: row.savedAt.toISOString() };
  const saved = await readSavedDraft(ctx, id, number);
  const by = saved?.savedById ?? null;
  const who = by !== null && by === ctx.actor.id ? "You, elsewhere," : await nameOf(ctx, by);
  throw new Failure("conflict", `${who} saved this draft since you opened it. Your text is kept here.`, {
    draft: saved,
  });
}

interface Row {
  body: DraftInput["body"] & { number: number };
  rev: number;
  savedById: string;
  savedAt: Date;
}

async function insert(ctx: Context, incidentId: string, row: Row): Promise<number> {
  const { count } = await ctx.db.updateDraft.createMany({
    data: [{ incidentId, ...row }],
    skipDuplicates: true,
  });
  return count;
}

async function replace(ctx: Context, incidentId: string, rev: number, row: Row): Promise<number> {
  const { count } = await ctx.db.updateDraft.updateMany({ where: { incidentId, rev }, data: row });
  return count;
}
