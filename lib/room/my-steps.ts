import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import { openStatuses } from "@/lib/incidents/read-open";
import { findStep } from "@/lib/runbooks/parse/read";
import { readParse } from "@/lib/runbooks/read-parse";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import type { MyStep } from "./day.dto";

const AT_MOST = 100;

/** The steps that were given to the actor or that they took, in incidents that run: in hand first, then by age. */
export async function readMySteps(ctx: ReadContext): Promise<MyStep[]> {
  if (ctx.actor.id === null) return [];
  const items = await ctx.db.checklistItem.findMany({
    where: { assigneeId: ctx.actor.id, state: { in: ["in_progress", "todo", "blocked", "failed"] } },
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
      checklist: {
        select: { runbookVersionId: true, parserVersion: true, sectionKey: true, titleTextId: true },
      },
    },
  });
  const [keys, texts, parses] = await Promise.all([
    readKeys(ctx, items),
    readTexts(
      ctx,
      items.flatMap((item) => [item.titleTextId, item.reasonTextId, item.checklist.titleTextId]),
    ),
    readParses(
      ctx,
      items.map((item) => item.checklist),
    ),
  ]);
  const text = (id: string | null) => (id === null ? null : (texts.get(id) ?? "[redacted]"));
  return items
    .flatMap((item): MyStep[] => {
      const incidentKey = keys.get(item.streamId);
      if (!incidentKey) return [];
      const parse = parses.get(item.checklist.runbookVersionId ?? "");
      const step = parse && item.stepKey ? findStep(parse, item.stepKey)?.step : undefined;
      const section = parse?.sections.find(({ key }) => key === item.checklist.sectionKey);
      return [
        {
          ...{ itemId: item.id, incidentKey, state: item.state },
          title: text(item.titleTextId) ?? step?.title ?? step?.text ?? "A step",
          checklist: text(item.checklist.titleTextId) ?? section?.title ?? null,
          since: item.changedAt?.toISOString() ?? null,
          reason: text(item.reasonTextId),
        },
      ];
    })
    .toSorted((a, b) => weight[a.state] - weight[b.state]);
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

/** The keys of those streams that are incidents which run and which the actor may see. */
async function readKeys(
  { db, actor }: ReadContext,
  items: readonly { streamId: string }[],
): Promise<Map<string, string>> {
  const rows = await db.incident.findMany({
    where: {
      id: { in: [...new Set(items.map(({ streamId }) => streamId))] },
      status: { in: [...openStatuses] },
      AND: [visibleTo(actor)],
    },
    select: { id: true, key: true },
  });
  return new Map(rows.map(({ id, key }) => [id, key]));
}

async function readTexts(
  { db }: ReadContext,
  ids: readonly (string | null)[],
): Promise<Map<string, string | null>> {
  const rows = await db.entryText.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, text: true },
  });
  return new Map(rows.map(({ id, text }) => [id, text]));
}

async function readParses(
  ctx: ReadContext,
  lists: readonly { runbookVersionId: string | null; parserVersion: number | null }[],
): Promise<Map<string, ParsedRunbook>> {
  const parses = new Map<string, ParsedRunbook>();
  for (const { runbookVersionId, parserVersion } of lists) {
    if (!runbookVersionId || !parserVersion || parses.has(runbookVersionId)) continue;
    parses.set(runbookVersionId, await readParse(ctx, runbookVersionId, parserVersion));
  }
  return parses;
}
