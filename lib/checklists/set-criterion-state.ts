import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { tellWhoWasFirst } from "@/lib/incidents/first-comer";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { append, type NewEntry } from "@/lib/timeline/append";
import { optionalText, type NewText } from "@/lib/timeline/texts";
import { lockWalked } from "./lock-walked";
import type { CriterionStateInput } from "./schemas";

/**
 * Meets, waives (the commander, with a reason) or reopens an exit criterion.
 * @throws Failure `conflict` when it is not in the state the person saw; `invalid` for a waiver without a reason,
 *   and for meeting by hand what sign-off of the summary meets
 */
export async function setCriterionState(
  ctx: Context,
  input: CriterionStateInput & { criterionId: string },
): Promise<Written> {
  const found = await ctx.db.exitCriterion.findUnique({
    where: { id: input.criterionId },
    select: { incidentId: true },
  });
  if (!found) throw new Failure("not_found", "There is no such exit criterion.");
  const action = input.state === "waived" ? "criterion.waive" : "criterion.meet";
  const incident = await lockWalked(ctx, found.incidentId, action);
  const row = await ctx.db.exitCriterion.findUniqueOrThrow({ where: { id: input.criterionId } });
  if (row.state !== input.expected) {
    const first = { personId: row.decidedById, at: row.decidedAt, did: `it is ${row.state}` };
    return tellWhoWasFirst(ctx, incident.at, first);
  }
  if (row.state === input.state) throw new Failure("conflict", `It is ${row.state} already.`);
  if (row.bySignOff && input.state === "met") {
    throw new Failure("invalid", "Signing off the summary meets this one by itself.");
  }
  const note = optionalText(input.note);
  if (input.state === "waived" && !note) throw new Failure("invalid", "Say why it is waived.");
  const entries = await ensureJoined(ctx, incident);
  await ctx.db.exitCriterion.update({
    where: { id: row.id, state: row.state },
    data: {
      state: input.state,
      decidedById: ctx.actor.id,
      decidedAt: incident.at,
      reasonTextId: note?.ref.textId ?? null,
    },
    select: { id: true },
  });
  const entry = eventOf(input.state, row.id, note);
  entries.push(await append(ctx, incident.stream, incident.at, { ...entry, texts: [note] }));
  return written(incident, ...entries);
}

function eventOf(state: CriterionStateInput["state"], criterionId: string, note: NewText | null): NewEntry {
  if (state === "waived" && note)
    return { kind: "criterion.waived", data: { criterionId, reason: note.ref } };
  const words = note?.ref ?? null;
  if (state === "met") return { kind: "criterion.met", data: { criterionId, note: words } };
  return { kind: "criterion.reopened", data: { criterionId, reason: words } };
}
