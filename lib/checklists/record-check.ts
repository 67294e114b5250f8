import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { CheckResult } from "./ask-check";
import { lockStep } from "./locked-step";
import type { CheckInput } from "./schemas";

/**
 * Writes on a step what came of its check; the result before it stays on the timeline.
 * @throws Failure as `lockStep`
 */
export async function recordCheck(
  ctx: Context,
  { itemId, kind, index, targetId, result }: CheckInput & { itemId: string; result: CheckResult },
): Promise<Written> {
  const { incident, item } = await lockStep(ctx, itemId, "step.check");
  const joined = await ensureJoined(ctx, incident);
  const { status, ms, passed } = result;
  const request = newText(result.request);
  const output = newText(result.output);
  const row = {
    ...{ targetId, status, ms, passed, personId: ctx.actor.id, at: incident.at },
    ...{ requestTextId: request.ref.textId, outputTextId: output.ref.textId },
  };
  await ctx.db.stepCheck.upsert({
    where: { itemId_kind_index: { itemId, kind, index } },
    create: { itemId, kind, index, ...row },
    update: row,
    select: { itemId: true },
  });
  const data = {
    ...{ checklistId: item.checklistId, itemId, kind, index, targetId, status, ms, passed },
    ...{ request: request.ref, output: output.ref },
  };
  const entry = await append(ctx, incident.stream, incident.at, {
    kind: "step.checked",
    data,
    texts: [request, output],
  });
  return written(incident, ...joined, entry);
}
