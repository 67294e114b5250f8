import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { lockStep } from "./locked-step";

/** Adds a comment to a step, or evidence of what came out of it. */
export async function addRemark(
  ctx: Context,
  input: { itemId: string; kind: "comment" | "evidence"; text: string },
): Promise<Written> {
  const { incident, item } = await lockStep(ctx, input.itemId);
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
  });
  return written(incident, ...joined, entry);
}
