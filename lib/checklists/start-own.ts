import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { lockWalked } from "./lock-walked";

/** Starts a checklist that is no runbook section: a title and steps written on the spot. */
export async function startOwnChecklist(
  ctx: Context,
  input: { key: string; title: string; steps: readonly string[] },
): Promise<Written> {
  const incident = await lockWalked(ctx, input.key, "checklist.start");
  const { row, stream, at } = incident;
  const entries = await ensureJoined(ctx, incident);
  const checklistId = newId();
  const title = newText(input.title);
  const steps = input.steps.map((words) => ({ id: newId(), text: newText(words) }));
  const position = await ctx.db.checklist.count({ where: { streamId: row.id } });
  await ctx.db.checklist.create({
    data: {
      ...{ id: checklistId, streamId: row.id, position, titleTextId: title.ref.textId },
      ...{ startedById: ctx.actor.id, startedAt: at },
    },
    select: { id: true },
  });
  await ctx.db.checklistItem.createMany({
    data: steps.map(({ id, text }, index) => ({
      ...{
        id,
        checklistId,
        streamId: row.id,
        titleTextId: text.ref.textId,
        position: index,
        state: "todo" as const,
      },
    })),
  });
  const items = steps.map(({ id, text }) => ({
    ...{
      id,
      kind: "step" as const,
      title: text.ref,
      stepKey: null,
      parentId: null,
      group: null,
      branch: null,
      round: 1,
    },
  }));
  const none = { runbookId: null, runbookVersionId: null, parserVersion: null, sectionKey: null };
  entries.push(
    await append(ctx, stream, at, {
      kind: "checklist.started",
      data: { checklistId, ...none, title: title.ref, cadenceMinutes: null, items },
      texts: [title, ...steps.map(({ text }) => text)],
    }),
  );
  return written({ row }, ...entries);
}
