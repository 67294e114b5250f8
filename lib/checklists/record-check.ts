import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { CheckResult } from "./ask-check";
import { lockStep } from "./locked-step";
import type { StepSource } from "./read-source";
import type { CheckInput } from "./schemas";

/**
 * Writes on a step what came of its check, instead of what came of the same check before; the timeline has both.
 * @throws Failure as `lockStep`; `conflict` when the step is of another version by now, or a value that was asked with
 *   was redacted
 */
export async function recordCheck(
  ctx: Context,
  { itemId, kind, check, targetId, result }: CheckInput & { itemId: string; result: CheckResult },
): Promise<Written> {
  const { incident, item, source } = await lockStep(ctx, itemId, "step.check");
  await guardUnchanged(ctx, source, result);
  const joined = await ensureJoined(ctx, incident);
  const { status, ms, passed, filled } = result;
  const { runbookVersionId } = result.source;
  const request = newText(result.request);
  const output = newText(result.output);
  await ctx.db.stepCheck.deleteMany({ where: { itemId, kind, check } });
  await ctx.db.stepCheck.create({
    data: {
      ...{ itemId, kind, check, runbookVersionId, targetId, status, ms, passed },
      ...{ requestTextId: request.ref.textId, outputTextId: output.ref.textId },
      ...{ personId: ctx.actor.id, at: incident.at },
    },
    select: { itemId: true },
  });
  const data = {
    ...{ checklistId: item.checklistId, itemId, kind, check, runbookVersionId, filled: [...filled] },
    ...{ targetId, status, ms, passed, request: request.ref, output: output.ref },
  };
  const entry = await append(ctx, incident.stream, incident.at, {
    kind: "step.checked",
    data,
    texts: [request, output],
  });
  return written(incident, ...joined, entry);
}

/** Whether the step still says what was asked, and everybody may still read it. */
async function guardUnchanged(
  ctx: Context,
  now: StepSource | null,
  { source: asked, filled }: Pick<CheckResult, "source" | "filled">,
): Promise<void> {
  const isSame =
    now?.stepKey === asked.stepKey &&
    now.runbookVersionId === asked.runbookVersionId &&
    now.parserVersion === asked.parserVersion;
  const redacted = await ctx.db.entryText.count({
    where: { id: { in: [...filled] }, redactedAt: { not: null } },
  });
  if (isSame && redacted === 0) return;
  throw new Failure(
    "conflict",
    "This step changed while its check ran. Look at it, and run the check again.",
  );
}
