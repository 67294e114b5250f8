import type { Context } from "@/lib/db/context";
import { newId } from "@/lib/kernel/ids";
import type { EventData } from "@/lib/timeline/events";
import type { SwitchedList } from "./lock-switched";
import type { Placed } from "./switch.rules";

type Facts = Pick<EventData<"checklist.switched">, "kept" | "added" | "left" | "dropped" | "order">;

/**
 * Writes the items of a switched checklist: each at its place, the kept ones with the facts they have in the version
 * switched to, the others with the version that has their words. No row goes: a tick that comes later finds its step.
 * @returns what the event says of it
 */
export async function placeItems(ctx: Context, list: SwitchedList, plan: readonly Placed[]): Promise<Facts> {
  const facts = factsOf(plan);
  const position = new Map(facts.order.map((id, index) => [id, index]));
  await ctx.db.checklistItem.createMany({
    data: facts.added.map(({ title: _, ...item }) => ({
      ...{ ...item, checklistId: list.id, streamId: list.streamId },
      ...{ position: position.get(item.id) ?? 0, state: "todo" as const },
    })),
  });
  for (const { id, title: _, answer, ...item } of facts.kept)
    await ctx.db.checklistItem.update({
      where: { id },
      data: {
        ...{ ...item, position: position.get(id), left: false, leftVersionId: null, leftParserVersion: null },
        ...{ answerTo: answer?.to ?? null, answerLabel: answer?.label ?? null },
      },
      select: { id: true },
    });
  const aside = { left: true, leftVersionId: list.versionId, leftParserVersion: list.parserVersion };
  // Those that an earlier switch left have their words in the version of that time.
  await ctx.db.checklistItem.updateMany({
    where: { id: { in: [...facts.left, ...facts.dropped] }, leftVersionId: null },
    data: aside,
  });
  const unmoved = plan.flatMap((one) => (one.as === "added" || one.as === "kept" ? [] : [one.id]));
  for (const id of unmoved)
    await ctx.db.checklistItem.update({
      where: { id },
      data: { position: position.get(id) },
      select: { id: true },
    });
  return facts;
}

function factsOf(plan: readonly Placed[]): Facts {
  const placed = plan.map((one) => (one.as === "added" ? { ...one, id: newId() } : one));
  const ids = new Map(placed.flatMap((one) => ("step" in one ? [[one.step.stepKey, one.id] as const] : [])));
  const item = ({
    id,
    step: { parentKey, ...step },
  }: Extract<(typeof placed)[number], { step: unknown }>) => ({
    ...{ ...step, id, title: null },
    parentId: parentKey === null ? null : (ids.get(parentKey) ?? null),
  });
  const of = (as: "left" | "dropped") => placed.flatMap((one) => (one.as === as ? [one.id] : []));
  return {
    kept: placed.flatMap((one) => (one.as === "kept" ? [{ ...item(one), answer: one.answer }] : [])),
    added: placed.flatMap((one) => (one.as === "added" ? [item(one)] : [])),
    ...{ left: of("left"), dropped: of("dropped") },
    order: placed.map(({ id }) => id),
  };
}
