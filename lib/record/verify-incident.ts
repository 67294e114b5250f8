import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { findVisible } from "@/lib/incidents/find-visible";
import { parseNotedHead } from "@/lib/timeline/verify/noted-head";
import type { Verification } from "@/lib/timeline/verify/types";
import { verifyRecord } from "./verify-record";

/**
 * Whether anything in an incident's timeline was altered, removed or cut off.
 * @param head one that was noted earlier, as `61:9f3c41d07be2`
 * @throws Failure `not_found` when the actor may not know of the incident, `forbidden` below manager
 */
export async function verifyIncident(
  ctx: ReadContext,
  { key, head }: { key: string; head?: string },
): Promise<Verification> {
  const { id } = await findVisible(ctx, key);
  authorise(ctx.actor, "timeline.verify");
  return verifyRecord(ctx, id, head === undefined ? undefined : parseNotedHead(head));
}
