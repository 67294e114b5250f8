import { authorise } from "@/lib/auth/authorise";
import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { inOrder } from "@/lib/incidents/attention.rules";
import { readOpen } from "@/lib/incidents/read-open";
import { readRowsById } from "@/lib/incidents/row";
import { isAtLeast } from "@/lib/kernel/actor";
import { REDACTED } from "@/lib/kernel/redacted";
import type { SummaryState } from "@/lib/summaries/state.rules";
import { readTexts } from "@/lib/timeline/read-texts";
import type { DayDto, MyFollowUp, MyReview } from "./day.dto";
import { readMyMentions } from "./my-mentions";
import { readMySteps } from "./my-steps";

const OTHERS_AT_MOST = 20;
const AT_MOST = 50;

/** What one person has before them today: their clock, what waits for their answer, their steps and follow-ups. */
export async function readDay(ctx: ReadContext): Promise<DayDto> {
  authorise(ctx.actor, "profile.edit");
  const [open, steps, mentions, reviews, followUps, ready] = await Promise.all([
    readOpenIncidents(ctx),
    readMySteps(ctx),
    readMyMentions(ctx),
    readMyReviews(ctx),
    readMyFollowUps(ctx),
    readReady(ctx),
  ]);
  return { ...open, steps, mentions, reviews, followUps, ready };
}

async function readOpenIncidents(ctx: ReadContext): Promise<Pick<DayDto, "open" | "openCount">> {
  const all = inOrder(await readOpen(ctx, visibleTo(ctx.actor)), ctx.clock.now().getTime());
  const me = ctx.actor.id;
  const isMine = (row: (typeof all)[number]) => row.commanderId === me || row.offer?.toId === me;
  const shown = all.filter((row, index) => index < OTHERS_AT_MOST || isMine(row));
  const open = await readRowsById(
    ctx,
    shown.map(({ id }) => id),
  );
  return { open, openCount: all.length };
}

/** Summaries that their authors and the commander have to write or put right, or that the actor may sign off. */
async function readMyReviews({ db, actor }: ReadContext): Promise<MyReview[]> {
  if (actor.kind !== "person") return [];
  const mine: Prisma.SummaryWhereInput = { authors: { some: { personId: actor.id } } };
  const unfinished: Prisma.SummaryWhereInput = {
    state: { in: ["draft", "returned"] },
    OR: [mine, { incident: { commanderId: actor.id } }],
  };
  const toReview: Prisma.SummaryWhereInput = { state: "in_review", NOT: mine };
  const rows = await db.summary.findMany({
    where: {
      OR: isAtLeast(actor.accessRole, "manager") ? [unfinished, toReview] : [unfinished],
      incident: { kind: "real", AND: [visibleTo(actor)] },
    },
    orderBy: { reviewDueAt: "asc" },
    take: AT_MOST,
    select: {
      state: true,
      reviewDueAt: true,
      authors: { select: { personId: true } },
      incident: { select: { key: true, title: true } },
    },
  });
  return rows.map(({ incident, authors, state, reviewDueAt }) => ({
    ...{ incidentKey: incident.key, title: incident.title, dueAt: reviewDueAt.toISOString() },
    kind: kindOf[state],
    authorIds: authors.map(({ personId }) => personId),
  }));
}

const kindOf = {
  draft: "to_write",
  returned: "returned",
  in_review: "to_review",
  signed_off: "to_review",
} as const satisfies Record<SummaryState, MyReview["kind"]>;

async function readMyFollowUps({ db, actor }: ReadContext): Promise<MyFollowUp[]> {
  if (actor.id === null) return [];
  const rows = await db.followUp.findMany({
    where: { ownerId: actor.id, state: "open" },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
    take: AT_MOST,
    select: { id: true, incidentId: true, titleTextId: true, dueOn: true },
  });
  const titleIds = rows.map(({ titleTextId }) => titleTextId);
  const [words, incidents] = await Promise.all([
    readTexts({ db }, titleIds),
    db.incident.findMany({
      where: { id: { in: rows.map((row) => row.incidentId) }, AND: [visibleTo(actor)] },
      select: { id: true, key: true },
    }),
  ]);
  const keys = new Map(incidents.map(({ id, key }) => [id, key]));
  return rows.flatMap(({ id, incidentId, titleTextId, dueOn }) => {
    const incidentKey = keys.get(incidentId);
    if (!incidentKey) return [];
    const title = words.get(titleTextId) ?? REDACTED;
    return [{ id, incidentKey, title, dueOn: dueOn?.toISOString().slice(0, 10) ?? null }];
  });
}

/** What there is already: for the first page of a new console. */
async function readReady({ db }: ReadContext): Promise<DayDto["ready"]> {
  const [runbook, people, counters] = await Promise.all([
    db.runbook.findFirst({ where: { archivedAt: null }, select: { id: true } }),
    db.person.findMany({ take: 2, select: { id: true } }),
    db.counter.findMany({ where: { name: { in: ["incident:real", "incident:drill"] } } }),
  ]);
  const begun = (name: string) => counters.some((counter) => counter.name === name && counter.value > 0);
  return {
    runbook: runbook !== null,
    people: people.length > 1,
    drill: begun("incident:drill"),
    incident: begun("incident:real"),
  };
}
