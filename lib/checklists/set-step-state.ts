import { authorise } from "@/lib/auth/authorise";
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
import { endDoneTimeBoxes } from "./end-time-boxes";
import { keepSecondAct } from "./keep-second-act";
import { lockStep, type LockedStep } from "./locked-step";
import { decideTick, type Ticked } from "./needs.rules";
import { readNeeds } from "./read-needs";
import type { StepStateInput } from "./schemas";
import { decideSecond } from "./second-act.rules";
import { decideKind, decideStep, decideWords, inWords, isOver, type StepMove } from "./step.rules";

/**
 * Takes, ticks, unticks, skips, fails, blocks or unblocks a step. The first tick joins the person as responder. Where a
 * second person is needed, the first tick asks for one and the step stays in progress. An act that came second is kept
 * beside the first one when `whenSecond` asks for that.
 * @throws Failure `conflict` when the step is not in the state the person saw, and says who was first; `gate_open` while
 *   something is missing that the step needs; `forbidden` to do without it for who may not
 */
export async function setStepState(
  ctx: Context,
  input: StepStateInput & { itemId: string },
): Promise<Written> {
  const step = await lockStep(ctx, input.itemId);
  const { incident, item } = step;
  const { stream, at } = incident;
  const { at: occurredAt } = orThrow(decideHappened(input.occurredAt, at));
  const outcome = decideSecond({ ...item, byId: ctx.actor.id }, input, input.whenSecond ?? "refuse");
  orThrow(decideKind(item.kind, input.state));
  if (outcome === "beside") {
    orThrow(decideWords(input.state, input.note || null));
    return keepSecondAct(ctx, step, { ...input, occurredAt });
  }
  if (outcome === "refused") {
    const did = item.askedAt && item.state === "in_progress" ? "ticked it" : `it is ${inWords(item.state)}`;
    return tellWhoWasFirst(ctx, at, { personId: item.changedById, at: item.changedAt, did });
  }
  if (item.kind === "decision" && item.state === "done")
    throw new Failure("invalid", "This question is answered: choose another answer, or take it back.");
  const { kind } = orThrow(decideStep(item.state, input.state, input.note || null));
  const ticked = kind === "step.done" ? await tick(ctx, step, input) : null;
  const move = ticked?.kind ?? kind;
  const asks = move === "step.confirmation_asked";
  const note = optionalText(input.note);
  const joined = await ensureJoined(ctx, incident);
  await ctx.db.checklistItem.update({
    where: { id: item.id, state: item.state },
    data: {
      state: asks ? "in_progress" : input.state,
      changedById: ctx.actor.id,
      changedAt: occurredAt ?? at,
      reasonTextId: keepsWords(move) ? (note?.ref.textId ?? null) : null,
      ...(move === "step.taken" && { assigneeId: ctx.actor.id, takenAt: occurredAt ?? at }),
      ...(input.state === "todo" && { takenAt: null }),
      ...(!ticked?.confirms && {
        askedById: asks ? ctx.actor.id : null,
        askedAt: asks ? (occurredAt ?? at) : null,
      }),
    },
    select: { id: true },
  });
  const entry = { ...eventOf(move, item, ctx.actor.id, note, ticked), occurredAt };
  const moved = await append(ctx, stream, at, entry);
  // What is put back may be needless by now: the last that was open of a section.
  const mayEnd = (isOver(input.state) && !asks) || input.state === "todo";
  const timers = mayEnd && step.timersRun ? await endDoneTimeBoxes(ctx, incident, item.checklistId) : [];
  return written(incident, ...joined, moved, ...timers);
}

/** What a tick comes to by what the step needs. */
async function tick(
  ctx: Context,
  { incident, item, source }: LockedStep,
  { without = [], note }: StepStateInput,
): Promise<Ticked> {
  if (without.length > 0) {
    authorise(ctx.actor, "step.waive", incident.facts);
    if (!note) throw new Failure("invalid", "Say why it is done without.");
  }
  const needs = await readNeeds(ctx, item, source);
  const evidence = { itemId: item.id, kind: "evidence" } as const;
  const waits = item.state === "in_progress" && item.askedAt !== null;
  return orThrow(
    decideTick({
      needs,
      // Most steps need none, and this is what is done most often.
      hasEvidence: needs.evidence && (await ctx.db.checklistRemark.count({ where: evidence, take: 1 })) > 0,
      asked: waits ? { personId: item.askedById } : null,
      by: ctx.actor.id,
      without,
    }),
  );
}

type Move = StepMove | Ticked["kind"];

/** Taking, unticking and unblocking have no words of their own. */
function keepsWords(kind: Move): boolean {
  return kind !== "step.taken" && kind !== "step.unticked" && kind !== "step.unblocked";
}

function eventOf(
  kind: Move,
  item: ChecklistItem,
  actorId: string | null,
  note: NewText | null,
  ticked: Ticked | null,
): NewEntry {
  const move = { checklistId: item.checklistId, itemId: item.id, from: item.state };
  const texts = [note];
  if (kind === "step.taken") return { kind, data: { ...move, by: actorId } };
  if (kind === "step.unticked" || kind === "step.unblocked") return { kind, data: move };
  if (kind === "step.done" || kind === "step.confirmation_asked") {
    const missing = ticked && ticked.without.length > 0 ? { without: ticked.without } : {};
    const data = { ...move, note: note?.ref ?? null, ...missing };
    if (kind === "step.confirmation_asked") return { kind, data, texts };
    return { kind, data: { ...data, ...(ticked?.confirms && { confirms: ticked.confirms }) }, texts };
  }
  if (kind === "step.marked_not_applicable")
    return { kind, data: { ...move, reason: note?.ref ?? null }, texts };
  if (!note) throw new Error(`${kind} needs words; decideStep lets none through without`);
  if (kind === "step.failed") return { kind, data: { ...move, note: note.ref }, texts };
  return { kind, data: { ...move, reason: note.ref }, texts };
}
