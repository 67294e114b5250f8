import type { Context } from "@/lib/db/context";
import type { ChecklistItem } from "@/lib/db/generated/client";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { tellWhoWasFirst } from "@/lib/incidents/first-comer";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { decideHappened } from "@/lib/record/record.rules";
import { append, type NewEntry } from "@/lib/timeline/append";
import { optionalText, type NewText } from "@/lib/timeline/texts";
import { keepSecondAct } from "./keep-second-act";
import { lockStep } from "./locked-step";
import type { StepStateInput } from "./schemas";
import { decideSecond } from "./second-act.rules";
import { decideStep, inWords, type StepMove } from "./step.rules";

/**
 * Takes, ticks, unticks, skips, fails, blocks or unblocks a step. The first tick joins the person as responder. An act
 * that came second is kept beside the first one when `whenSecond` asks for that.
 * @throws Failure `conflict` when the step is not in the state the person saw, and says who was first
 */
export async function setStepState(
  ctx: Context,
  input: StepStateInput & { itemId: string },
): Promise<Written> {
  const { incident, item } = await lockStep(ctx, input.itemId);
  const { stream, at } = incident;
  const { at: occurredAt } = orThrow(decideHappened(input.occurredAt, at));
  const outcome = decideSecond(item, input, input.whenSecond ?? "refuse");
  if (outcome === "beside") return keepSecondAct(ctx, { incident, item }, { ...input, occurredAt });
  if (outcome === "refused") {
    const first = { personId: item.changedById, at: item.changedAt, did: `it is ${inWords(item.state)}` };
    return tellWhoWasFirst(ctx, at, first);
  }
  if (item.kind === "decision" && (input.state === "done" || item.state === "done"))
    throw new Failure("invalid", "This is a question: choose an answer.");
  const { kind } = orThrow(decideStep(item.state, input.state, input.note || null));
  const note = optionalText(input.note);
  const joined = await ensureJoined(ctx, incident);
  await ctx.db.checklistItem.update({
    where: { id: item.id, state: item.state },
    data: {
      state: input.state,
      changedById: ctx.actor.id,
      changedAt: occurredAt ?? at,
      reasonTextId: keepsWords(kind) ? (note?.ref.textId ?? null) : null,
      ...(kind === "step.taken" && { assigneeId: ctx.actor.id }),
    },
    select: { id: true },
  });
  const entry = { ...eventOf(kind, item, ctx.actor.id, note), occurredAt };
  const moved = await append(ctx, stream, at, entry);
  return written(incident, ...joined, moved);
}

/** Taking, unticking and unblocking have no words of their own. */
function keepsWords(kind: StepMove): boolean {
  return kind !== "step.taken" && kind !== "step.unticked" && kind !== "step.unblocked";
}

function eventOf(
  kind: StepMove,
  item: ChecklistItem,
  actorId: string | null,
  note: NewText | null,
): NewEntry {
  const move = { checklistId: item.checklistId, itemId: item.id, from: item.state };
  const texts = [note];
  if (kind === "step.taken") return { kind, data: { ...move, by: actorId } };
  if (kind === "step.unticked" || kind === "step.unblocked") return { kind, data: move };
  if (kind === "step.done") return { kind, data: { ...move, note: note?.ref ?? null }, texts };
  if (kind === "step.marked_not_applicable")
    return { kind, data: { ...move, reason: note?.ref ?? null }, texts };
  if (!note) throw new Error(`${kind} needs words; decideStep lets none through without`);
  if (kind === "step.failed") return { kind, data: { ...move, note: note.ref }, texts };
  return { kind, data: { ...move, reason: note.ref }, texts };
}
