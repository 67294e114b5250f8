import type { ReadContext } from "@/lib/db/context";
import { readTexts } from "@/lib/timeline/read-texts";

export type IncidentTables = NonNullable<Awaited<ReturnType<typeof readIncidentTables>>>;

/** Everything the tables hold of one incident, in a fixed number of queries; the texts come last, all at once. */
export async function readIncidentTables({ db }: Pick<ReadContext, "db">, id: string) {
  // One after the other: inside a snapshot they share one connection.
  const incident = await db.incident.findUnique({ where: { id } });
  const stream = await db.stream.findUnique({ where: { id }, select: { headSeq: true } });
  if (!incident || !stream) return null;
  const services = await db.incidentService.findMany({
    where: { incidentId: id },
    select: { serviceId: true },
  });
  const participants = await readParticipants(db, id);
  const checklists = await readChecklists(db, id);
  const timeBoxes = await readTimeBoxes(db, id);
  const criteria = await readCriteria(db, id);
  const placeholders = await db.incidentPlaceholder.findMany({
    where: { incidentId: id },
    orderBy: { seq: "asc" },
    omit: { incidentId: true },
  });
  const ratings = await db.runbookRating.findMany({
    where: { incidentId: id },
    omit: { incidentId: true },
  });
  const updates = await readUpdates(db, id);
  const summary = await db.summary.findUnique({
    where: { incidentId: id },
    select: { id: true, state: true, version: true, signedVersion: true },
  });
  const followUps = await readFollowUps(db, id);
  const walked = { checklists, timeBoxes, criteria, placeholders, ratings };
  const tables = { incident, participants, ...walked, updates, summary, followUps };
  return {
    ...tables,
    headSeq: stream.headSeq,
    serviceIds: services.map(({ serviceId }) => serviceId),
    texts: await readTexts({ db }, textIdsOf(tables)),
  };
}

type DbLike = ReadContext["db"];

function readParticipants(db: DbLike, incidentId: string) {
  return db.participant.findMany({
    where: { incidentId },
    select: { personId: true, role: true, joinedAt: true, leftAt: true },
    orderBy: [{ joinedAt: "asc" }, { personId: "asc" }],
  });
}

function readChecklists(db: DbLike, streamId: string) {
  return db.checklist.findMany({
    where: { streamId },
    orderBy: { position: "asc" },
    select: {
      id: true,
      runbookVersionId: true,
      parserVersion: true,
      sectionKey: true,
      titleTextId: true,
      startedAt: true,
      startedById: true,
      items: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          kind: true,
          stepKey: true,
          titleTextId: true,
          parentId: true,
          group: true,
          branch: true,
          round: true,
          state: true,
          assigneeId: true,
          takenAt: true,
          changedById: true,
          changedAt: true,
          reasonTextId: true,
          answerTo: true,
          answerLabel: true,
          left: true,
          askedById: true,
          askedAt: true,
          needsEvidence: true,
          needsSecondPerson: true,
          timeBoxMinutes: true,
          leftVersionId: true,
          leftParserVersion: true,
          remarks: {
            orderBy: [{ at: "asc" }, { id: "asc" }],
            select: {
              ...{ id: true, kind: true, textId: true, personId: true, at: true },
              ...{ imageType: true, imageWidth: true, imageHeight: true },
            },
          },
          secondActs: {
            orderBy: [{ at: "asc" }, { id: "asc" }],
            select: { id: true, did: true, noteTextId: true, personId: true, at: true, occurredAt: true },
          },
          checks: {
            orderBy: [{ at: "asc" }, { requestTextId: "asc" }],
            omit: { itemId: true, index: true },
          },
        },
      },
    },
  });
}

function readTimeBoxes(db: DbLike, streamId: string) {
  return db.timeBox.findMany({
    where: { streamId },
    orderBy: { seq: "asc" },
    omit: { streamId: true, seq: true },
  });
}

function readCriteria(db: DbLike, incidentId: string) {
  return db.exitCriterion.findMany({
    where: { incidentId },
    orderBy: { position: "asc" },
    select: {
      id: true,
      runbookVersionId: true,
      gate: true,
      bySignOff: true,
      textId: true,
      state: true,
      decidedById: true,
      decidedAt: true,
      reasonTextId: true,
    },
  });
}

function readUpdates(db: DbLike, incidentId: string) {
  return db.statusUpdate.findMany({
    where: { incidentId },
    orderBy: { number: "asc" },
    omit: { incidentId: true },
  });
}

function readFollowUps(db: DbLike, incidentId: string) {
  return db.followUp.findMany({
    where: { incidentId },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      titleTextId: true,
      kind: true,
      ownerId: true,
      dueOn: true,
      state: true,
    },
  });
}

/** Every column whose name ends in TextId, wherever it stands. */
function textIdsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    /^textId$|TextId$/.test(name) && typeof inner === "string" ? [inner] : textIdsOf(inner),
  );
}
