import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { orThrow } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { decideHappened } from "@/lib/record/record.rules";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { lockStep } from "./locked-step";
import type { RemarkInput } from "./schemas";

/** Adds a comment to a step, or evidence of what came out of it. */
export async function addRemark(ctx: Context, input: RemarkInput & { itemId: string }): Promise<Written> {
  const { incident, item } = await lockStep(ctx, input.itemId);
  const { at: occurredAt } = orThrow(decideHappened(input.occurredAt ?? null, incident.at));
  const joined = await ensureJoined(ctx, incident);
  const text = newText(input.text);
  const remarkId = newId();
  const { kind } = input;
  await ctx.db.checklistRemark.create({
    data: {
      id: remarkId,
      itemId: item.id,
      kind,
      textId: text.ref.textId,
      personId: ctx.actor.id,
      at: incident.at,
    },
    select: { id: true },
  });
  const entry = await append(ctx, incident.stream, incident.at, {
    kind: kind === "comment" ? "step.commented" : "step.evidence_added",
    data: { checklistId: item.checklistId, itemId: item.id, remarkId, text: text.ref },
    texts: [text],
    occurredAt,
  });
  return written(incident, ...joined, entry);
}
