import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { written } from "@/lib/incidents/written";
import type { Gate } from "@/lib/timeline/events/common";
import { addCriteria } from "./add-criteria";
import { lockWalked } from "./lock-walked";

/** Adds an exit criterion by hand. */
export async function addCriterion(
  ctx: Context,
  input: { key: string; text: string; gate: Gate },
): Promise<Written> {
  const incident = await lockWalked(ctx, input.key, "criterion.add");
  const entries = await addCriteria(ctx, incident, null, [input]);
  return written(incident, ...entries);
}
