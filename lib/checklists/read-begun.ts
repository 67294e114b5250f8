import type { Context } from "@/lib/db/context";
import { isBegun } from "./step.rules";

/** Ids of the items of a checklist at which somebody did something. */
export async function readBegun(ctx: Context, checklistId: string): Promise<ReadonlySet<string>> {
  const one = { take: 1, select: { itemId: true } } as const;
  const items = await ctx.db.checklistItem.findMany({
    where: { checklistId },
    select: {
      ...{ id: true, state: true, assigneeId: true, changedAt: true },
      ...{ remarks: one, secondActs: one, checks: one },
    },
  });
  const timeBoxes = await ctx.db.timeBox.findMany({ where: { checklistId }, select: { itemId: true } });
  return new Set(items.filter((item) => isBegun(item, timeBoxes)).map(({ id }) => id));
}
