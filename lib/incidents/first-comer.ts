import type { Context } from "@/lib/db/context";
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
  const before = at ? `, ${seconds(now.getTime() - at.getTime())} before you` : "";
  const details = { first: { personId, at: at?.toISOString() ?? null } };
  throw new Failure("conflict", `${who} first${before}, and ${did}.`, details);
}

function seconds(ms: number): string {
  const count = Math.max(0, Math.round(ms / 1_000));
  if (count < 90) return `${count} s`;
  return count < 5_400 ? `${Math.round(count / 60)} min` : `${Math.round(count / 3_600)} h`;
}
