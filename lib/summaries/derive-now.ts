import { readNeedless } from "@/lib/checklists/read-needless";
import type { ReadContext } from "@/lib/db/context";
import { fold } from "@/lib/timeline/fold";
import { readAllEntries } from "@/lib/timeline/read";
import { derive } from "./derive.rules";
import { snapshotFollowUps } from "./follow-up-snapshot";
import type { Derived, SummaryBody } from "./schemas";

type Reading = Pick<ReadContext, "db">;

/**
 * What the timeline says now.
 * @param stream the incident's, with the hash of its head
 */
export async function deriveNow(ctx: Reading, stream: { id: string; hash: string }): Promise<Derived> {
  const entries = await readAllEntries(ctx, stream.id);
  const state = fold(entries);
  return derive(entries, state, stream.hash, await readNeedless(ctx, state.checklists));
}

/** A summary that is being written: its words, with the facts and the follow-ups of now. */
export async function withFactsOfNow(
  ctx: Reading,
  stream: { id: string; hash: string },
  body: SummaryBody,
): Promise<SummaryBody> {
  return {
    ...body,
    derived: await deriveNow(ctx, stream),
    followUps: await snapshotFollowUps(ctx, stream.id),
  };
}
