import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { Failure } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { newText } from "@/lib/timeline/texts";
import type { RedactionInput } from "./schemas";

/** What stands in the place of a redacted title. */
export const REDACTED_TITLE = "[redacted]";

/**
 * Deletes words for good (a password was pasted): the text and its salt. The chain keeps the digest and says who
 * did this and why. Words that were already sent elsewhere stay there.
 * @throws Failure `not_found` for a text of another stream, `conflict` for one whose words are gone already
 */
export async function redactText(ctx: Context, input: RedactionInput & { key: string }): Promise<Written> {
  const incident = await lockIncident(ctx, input.key, "text.redact");
  const { row, stream, at } = incident;
  const textIds = [...new Set(input.textIds)];
  const texts = await ctx.db.entryText.findMany({
    where: { id: { in: textIds }, streamId: stream.id },
    select: { id: true, seq: true, redactedAt: true },
  });
  if (texts.length !== textIds.length) throw new Failure("not_found", "There are no such words here.");
  if (texts.some((text) => text.redactedAt)) throw new Failure("conflict", "These words are gone already.");

  await ctx.db.entryText.updateMany({
    where: { id: { in: textIds }, redactedAt: null },
    data: { text: null, salt: null, redactedAt: at },
  });
  await forgetCopies(ctx, incident, textIds);
  const entries: Entry[] = [];
  for (const { id: textId, seq } of texts) {
    const reason = newText(input.reason);
    const data = { seq, textId, reason: reason.ref };
    entries.push(await append(ctx, stream, at, { kind: "text.redacted", data, texts: [reason] }));
  }
  return { id: row.id, key: row.key, entries };
}

/** The title is copied into the incident's row, and every text into the answer of the write that brought it. */
async function forgetCopies(ctx: Context, { row }: LockedIncident, textIds: readonly string[]) {
  if (textIds.includes(row.titleTextId)) {
    await ctx.db.incident.update({
      where: { id: row.id, titleTextId: row.titleTextId },
      data: { title: REDACTED_TITLE },
      select: { id: true },
    });
  }
  const mentioning = textIds.map((textId) => `%${textId}%`);
  await ctx.db.$executeRaw`
    UPDATE idempotent_results SET body = 'null'::jsonb WHERE body::text LIKE ANY (${mentioning})`;
}
