import type { Context } from "@/lib/db/context";
import { formatBefore } from "@/lib/kernel/durations";
import { Failure } from "@/lib/kernel/errors";
import { nameOf } from "./name-of";

/** What the one who came second is told: who was first, how long before, and into what. */
export interface FirstComer {
  personId: string | null;
  at: Date | null;
  /** What they did, as the end of a sentence: "marked it failed". */
  did: string;
}

/**
 * The conflict of two people at one thing.
 * @throws Failure `conflict` with `details.first` {personId, at}; never returns
 */
export async function tellWhoWasFirst(
  ctx: Context,
  now: Date,
  { personId, at, did }: FirstComer,
): Promise<never> {
  const who = personId === ctx.actor.id ? "You were" : `${await nameOf(ctx, personId)} was`;
  const before = at ? `, ${formatBefore(at.getTime(), now.getTime())} you` : "";
  const details = { first: { personId, at: at?.toISOString() ?? null } };
  throw new Failure("conflict", `${who} first${before}, and ${did}.`, details);
}
