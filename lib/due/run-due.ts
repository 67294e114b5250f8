import type { Logger } from "pino";
import type { BaseContext } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import { claimDue, type DueWork } from "./claim";
import type { DueHandlers } from "./handlers";

const AT_ONCE = 4;

/**
 * Does everything that is due, each item in one transaction with the mark that it is done.
 * @returns how many items were worked on
 */
export async function runDue(
  base: BaseContext,
  { handlers, log, getsOn }: { handlers: DueHandlers; log: Logger; getsOn?: () => void },
): Promise<number> {
  let worked = 0;
  for (;;) {
    const items = await claimDue(base.db, base.clock.now(), Object.keys(handlers), AT_ONCE);
    await Promise.all(items.map((item) => runItem(base, handlers, log, item)));
    worked += items.length;
    getsOn?.();
    if (items.length < AT_ONCE) return worked;
  }
}

async function runItem(base: BaseContext, handlers: DueHandlers, log: Logger, item: DueWork): Promise<void> {
  try {
    await inTransaction(base, async (ctx) => {
      await handlers[item.kind]?.(ctx, item.incidentId);
      // Not done when the handler put a new time into the row: that has taken the lease off.
      await ctx.db.dueItem.updateMany({
        where: { id: item.id, leasedUntil: item.leasedUntil, doneAt: null },
        data: { doneAt: ctx.clock.now(), leasedUntil: null },
      });
    });
  } catch (error) {
    // Its lease runs out, and it is tried again; the others go on.
    log.error({ err: error, kind: item.kind, incidentId: item.incidentId }, "due work failed");
  }
}
