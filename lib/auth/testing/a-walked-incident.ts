import { setCriterionState } from "@/lib/checklists/set-criterion-state";
import { addImage } from "@/lib/checklists/add-image";
import { aPng } from "@/lib/checklists/images/testing/crafted";
import { startRunbook } from "@/lib/checklists/start-sections";
import type { TestContext } from "@/lib/db/testing/make-context";
import { acknowledge } from "@/lib/incidents/acknowledge";
import { act, aDeclaredIncident } from "@/lib/incidents/testing/factories";
import { accessRoles, type AccessRole, type PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { addNote } from "@/lib/record/add-note";
import { resolve } from "@/lib/room/resolve";
import { addFollowUp } from "@/lib/summaries/add-follow-up";
import { savePart } from "@/lib/summaries/save-part";
import { partNames } from "@/lib/summaries/schemas";
import { postStatusUpdate } from "@/lib/updates/post-status-update";
import { anUpdate } from "@/lib/updates/testing/an-update";

/** What addresses under an incident are made of. */
export interface AWalkedIncident {
  key: string;
  seq: number;
  number: number;
  textId: string;
  checklistId: string;
  itemId: string;
  timeBoxId: string;
  imageId: string;
  criterionId: string;
  followUpId: string;
  webhookId: string;
  deliveryId: string;
  personId: string;
  runbookId: string;
}

export interface Parts {
  commander: PersonActor;
  /** One of each access role, who take part as responders. */
  members: Record<AccessRole, PersonActor>;
  /** Who takes part and can be taken out. */
  other: PersonActor;
  runbookVersionId: string;
}

/** An incident with one of everything in it; `resolved` has a summary in draft besides. */
export async function aWalkedIncident(
  ctx: TestContext,
  parts: Parts,
  visibility: "everyone" | "members",
  resolved: boolean,
): Promise<AWalkedIncident> {
  const { commander: commanderActor, members, other, runbookVersionId } = parts;
  const commander = ctx.as(commanderActor);
  const { id, key } = await aDeclaredIncident(commander, { visibility });
  await act(commander, acknowledge, { key });
  const takesPart = [...accessRoles.map((role) => members[role]), other];
  await ctx.db.participant.createMany({
    data: takesPart.map((person) => ({
      ...{ incidentId: id, personId: person.id, role: "responder" as const, joinedAt: ctx.clock.now() },
    })),
  });
  await act(commander, startRunbook, { key, runbookVersionId });
  const note = { text: "The queue grows.", mentions: [], occurredAt: null };
  const { entries } = await act(commander, addNote, { key, ...note });
  const [entry] = entries;
  await act(commander, postStatusUpdate, { key, ...anUpdate(1) });
  const followUp = { title: "Alert on it", kind: "detect", ownerId: null, dueOn: null } as const;
  await act(commander, addFollowUp, { key, ...followUp });
  const ids = await idsIn(ctx, id);
  const { textId: imageId } = await anImage(commander, ids.itemId);
  const outgoing = await aDelivery(ctx, id);
  if (resolved) await resolveIt(ctx, commanderActor, id, key);
  const textId = Object.keys(entry?.texts ?? {})[0] ?? "";
  const { runbookId } = await ctx.db.runbookVersion.findUniqueOrThrow({ where: { id: runbookVersionId } });
  const found = { key, seq: entry?.seq ?? 0, number: 1, textId, imageId, ...ids, ...outgoing };
  return { ...found, personId: other.id, runbookId };
}

async function idsIn({ db }: TestContext, incidentId: string) {
  const where = { incidentId };
  const item = await db.checklistItem.findFirstOrThrow({ where: { streamId: incidentId } });
  const criterion = await db.exitCriterion.findFirstOrThrow({ where: { ...where, bySignOff: false } });
  const followUp = await db.followUp.findFirstOrThrow({ where });
  const { checklistId, id: itemId } = item;
  const { id: timeBoxId } = await db.timeBox.findFirstOrThrow({ where: { checklistId } });
  return { checklistId, itemId, timeBoxId, criterionId: criterion.id, followUpId: followUp.id };
}

async function anImage(ctx: TestContext, itemId: string) {
  await act(ctx, addImage, { itemId, bytes: aPng(), description: "The queue" });
  return ctx.db.checklistRemark.findFirstOrThrow({ where: { itemId }, select: { textId: true } });
}

async function aDelivery({ db, clock }: TestContext, incidentId: string) {
  const at = clock.now();
  const webhook = {
    id: newId(),
    name: "#ops",
    url: `https://chat.example.org/${newId()}`,
    incidentId,
    createdAt: at,
  };
  await db.webhook.create({ data: webhook });
  const message = { id: newId(), incidentId, seq: 1, kind: "update.posted", webhookId: webhook.id };
  const tried = { payload: {}, state: "abandoned" as const, attempts: 9, createdAt: at, nextAttemptAt: at };
  await db.outboxMessage.create({ data: { ...message, ...tried } });
  return { webhookId: webhook.id, deliveryId: message.id };
}

async function resolveIt(
  ctx: TestContext,
  actor: PersonActor,
  incidentId: string,
  key: string,
): Promise<void> {
  const commander = ctx.as(actor);
  const open = await ctx.db.exitCriterion.findMany({
    where: { incidentId, gate: "resolved", bySignOff: false },
  });
  for (const { id: criterionId } of open) {
    await act(commander, setCriterionState, { criterionId, state: "met", expected: "open", note: null });
  }
  await act(commander, resolve, {
    key,
    current: "All is well.",
    progress: "",
    blockers: "",
    sources: [],
    draftedTo: null,
  });
  for (const part of partNames)
    await act(commander, savePart, { key, part, base: "", text: `About ${part}.` });
}
