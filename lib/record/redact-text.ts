import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { REDACTED } from "@/lib/kernel/redacted";
import { redactVersions } from "@/lib/summaries/redact-versions";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { readAllEntries } from "@/lib/timeline/read";
import { newText } from "@/lib/timeline/texts";
import { redactDraft } from "@/lib/updates/redact-draft";
import { checkTexts } from "./check-texts.rules";
import type { RedactionInput } from "./schemas";

/**
 * Deletes words for good (a password was pasted): the text and its salt, the image that it describes, and every copy
 * that the console keeps. The chain keeps the digests and says who did this and why. Words that were already sent elsewhere stay there.
 * @throws Failure `not_found` for a text of another stream, `conflict` for one whose words are gone already
 */
export async function redactText(ctx: Context, input: RedactionInput & { key: string }): Promise<Written> {
  const incident = await lockIncident(ctx, input.key, "text.redact");
  const { row, stream, at } = incident;
  const textIds = [...new Set([...input.textIds, ...(await copiesInChecks(ctx, row.id, input.textIds))])];
  const texts = await ctx.db.entryText.findMany({
    where: { id: { in: textIds }, streamId: stream.id },
    select: { id: true, seq: true, text: true, redactedAt: true },
  });
  if (texts.length !== textIds.length) throw new Failure("not_found", "There are no such words here.");
  if (texts.some((text) => text.redactedAt)) throw new Failure("conflict", "These words are gone already.");

  await ctx.db.entryText.updateMany({
    where: { id: { in: textIds }, redactedAt: null },
    data: { text: null, salt: null, redactedAt: at },
  });
  await ctx.db.evidenceImage.updateMany({
    where: { textId: { in: textIds } },
    data: { bytes: null, salt: null },
  });
  await forgetTitle(ctx, incident, textIds);
  await forgetAnswers(ctx, textIds);
  const words = texts.flatMap(({ text }) => text ?? []);
  await redactDraft(ctx, incident, { words, seqs: texts.map(({ seq }) => seq) });
  const entries: Entry[] = [];
  for (const { id: textId, seq } of texts) {
    const reason = newText(input.reason);
    const data = { seq, textId, reason: reason.ref };
    entries.push(await append(ctx, stream, at, { kind: "text.redacted", data, texts: [reason] }));
  }
  entries.push(...(await redactVersions(ctx, incident, words)));
  return written({ row }, ...entries);
}

/** What checks asked with these words, where they filled a gap, and what came back. */
async function copiesInChecks(ctx: Context, incidentId: string, textIds: string[]): Promise<string[]> {
  const fills = await ctx.db.incidentPlaceholder.findMany({
    where: { incidentId, textId: { in: textIds } },
    select: { textId: true },
  });
  if (fills.length === 0) return [];
  const checked = await readAllEntries(ctx, incidentId, ["step.checked"]);
  return checkTexts(
    checked,
    fills.map(({ textId }) => textId),
  );
}

async function forgetTitle(ctx: Context, { row }: LockedIncident, textIds: readonly string[]): Promise<void> {
  if (!textIds.includes(row.titleTextId)) return;
  await ctx.db.incident.update({
    where: { id: row.id, titleTextId: row.titleTextId },
    data: { title: REDACTED },
    select: { id: true },
  });
}

/** Every text is copied into the answer of the write that brought it, which is kept for a retry. */
async function forgetAnswers(ctx: Context, textIds: readonly string[]): Promise<void> {
  const mentioning = textIds.map((textId) => `%${textId}%`);
  await ctx.db.$executeRaw`
    UPDATE idempotent_results SET body = 'null'::jsonb WHERE body::text LIKE ANY (${mentioning})`;
}
