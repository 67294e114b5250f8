import { authorise } from "@/lib/auth/authorise";
import { visibleTo } from "@/lib/auth/visible-to";
import { filledIn, fillGaps, type Filled } from "@/lib/checklists/gaps.rules";
import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { openStatuses } from "@/lib/incidents/read-open";
import { withoutTicks } from "@/lib/kernel/code-spans";
import { REDACTED } from "@/lib/kernel/redacted";
import { findStep } from "@/lib/runbooks/parse/read";
import { titleOf } from "@/lib/runbooks/parse/step-words.rules";
import { readParse } from "@/lib/runbooks/read-parse";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { readTexts } from "@/lib/timeline/read-texts";
import type { MyStep } from "./day.dto";

const AT_MOST = 100;

/**
 * The steps that were given to the actor or that they took, and those that wait for a second person where they take
 * part, in incidents that run: to be confirmed first, then in hand, then by age.
 */
export async function readMySteps(ctx: ReadContext): Promise<MyStep[]> {
  authorise(ctx.actor, "profile.edit");
  const me = ctx.actor.id;
  if (me === null) return [];
  const given = {
    assigneeId: me,
    state: { in: ["in_progress", "todo", "blocked", "failed"] },
    // What they have ticked waits for somebody else.
    OR: [{ askedById: null }, { askedById: { not: me } }],
  } satisfies Prisma.ChecklistItemWhereInput;
  const asked = {
    streamId: { in: await readJoined(ctx, me) },
    state: "in_progress",
    askedById: { not: me },
  } satisfies Prisma.ChecklistItemWhereInput;
  const mine: Prisma.ChecklistItemWhereInput = { left: false, OR: [given, asked] };
  // First the incidents: steps that were left open in those that are over must take no place in the first hundred.
  const keys = await readOpenKeys(ctx, mine);
  const items = await ctx.db.checklistItem.findMany({
    where: { ...mine, streamId: { in: [...keys.keys()] } },
    orderBy: [{ changedAt: "asc" }, { position: "asc" }],
    take: AT_MOST,
    select: {
      id: true,
      streamId: true,
      stepKey: true,
      titleTextId: true,
      state: true,
      changedAt: true,
      reasonTextId: true,
      askedById: true,
      checklist: {
        select: { runbookVersionId: true, parserVersion: true, sectionKey: true, titleTextId: true },
      },
    },
  });
  const [texts, parses, filled] = await Promise.all([
    readTexts(
      ctx,
      items.flatMap((item) => [item.titleTextId, item.reasonTextId, item.checklist.titleTextId]),
    ),
    readParses(
      ctx,
      items.map((item) => item.checklist),
    ),
    readFilled(
      ctx,
      items.map((item) => item.streamId),
    ),
  ]);
  const text = (id: string | null) => (id === null ? null : (texts.get(id) ?? REDACTED));
  return items
    .flatMap((item): MyStep[] => {
      const incidentKey = keys.get(item.streamId);
      if (!incidentKey) return [];
      const parse = parses.get(pinnedTo(item.checklist));
      const step = parse && item.stepKey ? findStep(parse, item.stepKey)?.step : undefined;
      const words = fillGaps(step ? titleOf(step) : "A step", filled.get(item.streamId) ?? new Map());
      const own = text(item.titleTextId);
      const section = parse?.sections.find(({ key }) => key === item.checklist.sectionKey);
      return [
        {
          ...{ itemId: item.id, incidentKey, state: item.state },
          title: own === null ? words : withoutTicks(own),
          checklist: text(item.checklist.titleTextId) ?? section?.title ?? null,
          confirms: item.askedById !== null && item.state === "in_progress",
          since: item.changedAt?.toISOString() ?? null,
          reason: text(item.reasonTextId),
        },
      ];
    })
    .toSorted((a, b) => weightOf(a) - weightOf(b));
}

const weight = {
  in_progress: 0,
  todo: 1,
  failed: 2,
  blocked: 3,
  done: 4,
  skipped: 4,
  not_applicable: 4,
} as const satisfies Record<MyStep["state"], number>;

function weightOf({ state, confirms }: MyStep): number {
  return confirms ? -1 : weight[state];
}

/** The incidents that run in which a person takes part. */
async function readJoined({ db }: ReadContext, personId: string): Promise<string[]> {
  const rows = await db.participant.findMany({
    where: { personId, leftAt: null, incident: { status: { in: [...openStatuses] } } },
    select: { incidentId: true },
  });
  return rows.map(({ incidentId }) => incidentId);
}

/** The keys of the incidents with such steps that run and that the actor may see, by id. */
async function readOpenKeys(
  { db, actor }: ReadContext,
  where: Prisma.ChecklistItemWhereInput,
): Promise<Map<string, string>> {
  const streams = await db.checklistItem.groupBy({ by: ["streamId"], where });
  const rows = await db.incident.findMany({
    where: {
      id: { in: streams.map(({ streamId }) => streamId) },
      status: { in: [...openStatuses] },
      AND: [visibleTo(actor)],
    },
    select: { id: true, key: true },
  });
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** What was filled into gaps, by incident. */
async function readFilled(ctx: ReadContext, incidentIds: readonly string[]): Promise<Map<string, Filled>> {
  const rows = await ctx.db.incidentPlaceholder.findMany({
    where: { incidentId: { in: [...incidentIds] } },
    orderBy: { seq: "asc" },
    select: { incidentId: true, name: true, textId: true },
  });
  const texts = await readTexts(
    ctx,
    rows.map(({ textId }) => textId),
  );
  const of = (id: string) => rows.filter(({ incidentId }) => incidentId === id);
  const valued = ({ name, textId }: (typeof rows)[number]) => ({
    name,
    value: { id: textId, value: texts.get(textId) ?? null },
  });
  return new Map(incidentIds.map((id) => [id, filledIn(of(id).map(valued))]));
}

async function readParses(ctx: ReadContext, lists: readonly Pin[]): Promise<Map<string, ParsedRunbook>> {
  const parses = new Map<string, ParsedRunbook>();
  for (const list of lists) {
    const { runbookVersionId, parserVersion } = list;
    if (!runbookVersionId || !parserVersion || parses.has(pinnedTo(list))) continue;
    parses.set(pinnedTo(list), await readParse(ctx, runbookVersionId, parserVersion));
  }
  return parses;
}

interface Pin {
  runbookVersionId: string | null;
  parserVersion: number | null;
}

/** One version may have been parsed more than once; a checklist keeps to its own. */
function pinnedTo({ runbookVersionId, parserVersion }: Pin): string {
  return `${runbookVersionId}@${parserVersion}`;
}
