import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import { optionalText } from "@/lib/timeline/texts";
import type { LockedStep } from "./locked-step";
import type { StepStateInput } from "./schemas";

/**
 * Keeps what somebody did to a step that another had moved first: on the timeline and beside the step, which stays as
 * it is. For `setStepState`, which has checked who may and when.
 */
export async function keepSecondAct(
  ctx: Context,
  { incident, item }: LockedStep,
  { state: did, note: words, occurredAt }: Pick<StepStateInput, "state" | "note" | "occurredAt">,
): Promise<Written> {
  const { stream, at } = incident;
  const note = optionalText(words);
  const joined = await ensureJoined(ctx, incident);
  const second = { id: newId(), itemId: item.id, did, personId: ctx.actor.id, at, occurredAt };
  await ctx.db.checklistSecondAct.create({
    data: { ...second, noteTextId: note?.ref.textId ?? null },
    select: { id: true },
  });
  const entry = await append(ctx, stream, at, {
    kind: "step.acted_second",
    data: {
      ...{ checklistId: item.checklistId, itemId: item.id, actId: second.id },
      ...{ was: item.state, did, note: note?.ref ?? null },
      first: { personId: item.changedById, at: item.changedAt?.toISOString() ?? null },
    },
    texts: [note],
    occurredAt,
  });
  return written(incident, ...joined, entry);
}
