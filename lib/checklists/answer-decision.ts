import type { Context } from "@/lib/db/context";
import type { ChecklistItem } from "@/lib/db/generated/client";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { written } from "@/lib/incidents/written";
import { newId } from "@/lib/kernel/ids";
import type { ParsedFlow } from "@/lib/runbooks/parse/types";
import { readParse } from "@/lib/runbooks/read-parse";
import { decideHappened } from "@/lib/record/record.rules";
import { append } from "@/lib/timeline/append";
import type { EventData } from "@/lib/timeline/events";
import type { Answer } from "@/lib/timeline/events/common";
import { optionalText } from "@/lib/timeline/texts";
import { tellWhoWasFirst } from "@/lib/incidents/first-comer";
import { chartOf } from "./chart.rules";
import { endDoneTimeBoxes } from "./end-time-boxes";
import { replan, waysFrom, type Planned, type Walked, type Way } from "./flow.rules";
import { lockStep } from "./locked-step";
import { readBegun } from "./read-begun";
import type { AnswerInput } from "./schemas";

const OFF_THE_WAY =
  "The way does not lead to this question any more. Look at the list, and answer the one where it stands now.";

/**
 * Answers a question of a flowchart: the chosen way opens up to the next question, what was not begun on the other
 * way goes, what was done there stays on record. Another answer later, or none, is the same act.
 * @throws Failure `conflict` when it was answered otherwise than the person saw, and says who was first, or is off
 *   the way by now; `invalid` for a step that asks nothing, and for an answer that the chart does not have
 */
export async function answerDecision(
  ctx: Context,
  input: AnswerInput & { itemId: string },
): Promise<Written> {
  const { incident, item, timersRun } = await lockStep(ctx, input.itemId);
  const { stream, at } = incident;
  const { at: occurredAt } = orThrow(decideHappened(input.occurredAt, at));
  const from = answerOf(item);
  if (!isSame(from, input.expected)) {
    const did = from ? `answered “${from.label ?? "this way"}”` : "took the answer back";
    return tellWhoWasFirst(ctx, at, { personId: item.changedById, at: item.changedAt, did });
  }
  if (item.left) throw new Failure("conflict", OFF_THE_WAY);
  const { flow, items, walk } = await readWalk(ctx, item);
  const way = input.answer && chosenWay(flow, item, input.answer);
  const { added, dropped, left } = replan(chartOf(flow), walk, item.id, way);

  const joined = await ensureJoined(ctx, incident);
  const note = optionalText(input.note);
  const planned = added.map(eventItem);
  const position = afterTheFlow(items, flow, dropped);
  await ctx.db.checklistItem.deleteMany({ where: { id: { in: dropped } } });
  await ctx.db.checklistItem.updateMany({ where: { id: { in: left } }, data: { left: true } });
  await ctx.db.checklistItem.update({
    where: { id: item.id },
    data: {
      ...{ state: way ? "done" : "todo", answerTo: way?.to ?? null, answerLabel: way?.label ?? null },
      ...{ changedById: ctx.actor.id, changedAt: occurredAt ?? at },
      reasonTextId: note?.ref.textId ?? null,
    },
    select: { id: true },
  });
  await makeRoom(ctx, items, dropped, position, planned.length);
  await ctx.db.checklistItem.createMany({
    data: planned.map(({ title: _, ...fresh }, index) => ({
      ...{ ...fresh, checklistId: item.checklistId, streamId: item.streamId },
      ...{ position: position + index, state: "todo" as const },
    })),
  });
  const answered = await append(ctx, stream, at, {
    kind: "decision.answered",
    data: {
      ...{ checklistId: item.checklistId, itemId: item.id, from, to: input.answer, round: item.round },
      ...{ note: note?.ref ?? null, dropped, left, items: planned, position },
    },
    texts: [note],
    occurredAt,
  });
  const timers = timersRun ? await endDoneTimeBoxes(ctx, incident, item.checklistId) : [];
  return written(incident, ...joined, answered, ...timers);
}

type EventItem = EventData<"checklist.started">["items"][number];

/** A node of a chart that is to be walked, as an item with an id of its own. */
function eventItem({ nodeKey, strand, kind, round }: Planned): EventItem {
  const unnamed = { title: null, parentId: null, group: null };
  return { id: newId(), kind, stepKey: nodeKey, ...unnamed, branch: strand, round };
}

async function readWalk(
  ctx: Context,
  item: ChecklistItem,
): Promise<{ flow: ParsedFlow; items: ChecklistItem[]; walk: Walked[] }> {
  const { items, ...list } = await ctx.db.checklist.findUniqueOrThrow({
    where: { id: item.checklistId },
    include: {
      items: { orderBy: { position: "asc" } },
    },
  });
  if (item.kind !== "decision" || !list.runbookVersionId || !list.parserVersion)
    throw new Failure("invalid", "This step asks nothing. Tick it, skip it or mark it failed.");
  const parsed = await readParse(ctx, list.runbookVersionId, list.parserVersion);
  const flow = parsed.sections.find(({ key }) => key === list.sectionKey)?.flow;
  if (!flow) throw new Error(`Item ${item.id} is of no chart of its section.`);
  const begun = await readBegun(ctx, list.id);
  const onTheWay = items.filter((row) => !row.left && isOf(flow, row));
  return { flow, items, walk: onTheWay.map((row) => walked(row, begun)) };
}

function isOf(flow: ParsedFlow, { stepKey }: Pick<ChecklistItem, "stepKey">): boolean {
  return flow.nodes.some(({ key }) => key === stepKey);
}

function walked({ id, stepKey, branch, kind, round }: ChecklistItem, begun: ReadonlySet<string>): Walked {
  return { id, nodeKey: stepKey ?? "", strand: branch ?? "", kind, round, untouched: !begun.has(id) };
}

function chosenWay(flow: ParsedFlow, { stepKey }: ChecklistItem, answer: Answer): Way {
  const way = waysFrom(chartOf(flow), stepKey ?? "").find((candidate) => isSame(candidate, answer));
  if (!way) throw new Failure("invalid", "The chart does not have this answer.");
  return way;
}

function answerOf({ answerTo, answerLabel }: ChecklistItem): Answer | null {
  return answerTo === null ? null : { to: answerTo, label: answerLabel };
}

function isSame(a: Answer | null, b: Answer | null): boolean {
  return a?.to === b?.to && a?.label === b?.label;
}

/** New items stand behind all others of their chart, whether these were left or not. */
function afterTheFlow(items: readonly ChecklistItem[], flow: ParsedFlow, dropped: readonly string[]): number {
  const staying = items.filter(({ id }) => !dropped.includes(id));
  return staying.findLastIndex((row) => isOf(flow, row)) + 1;
}

/** Closes the gaps of what goes, and opens one of `count` at `position`. */
async function makeRoom(
  ctx: Context,
  items: readonly ChecklistItem[],
  dropped: readonly string[],
  position: number,
  count: number,
): Promise<void> {
  const staying = items.filter(({ id }) => !dropped.includes(id));
  for (const [index, row] of staying.entries()) {
    const to = index < position ? index : index + count;
    if (row.position !== to)
      await ctx.db.checklistItem.update({
        where: { id: row.id },
        data: { position: to },
        select: { id: true },
      });
  }
}
