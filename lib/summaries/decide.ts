import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { optionalText, type NewText } from "@/lib/timeline/texts";
import { lockSummary, type LockedSummary } from "./locked-summary";
import type { DecisionInput } from "./schemas";
import { decideReview } from "./state.rules";

/**
 * Signs off a summary: this version, this text. Meets the exit criteria that wait for it.
 * @throws Failure `forbidden` for its authors and below managers, `conflict` when it is not the text that was read
 */
export async function signOff(ctx: Context, input: DecisionInput & { key: string }): Promise<Written> {
  const summary = await lockForDecision(ctx, input);
  const comment = optionalText(input.comment);
  await record(ctx, summary, "signed_off", comment);
  const { row, stream, at } = summary.incident;
  const data = {
    summaryId: summary.id,
    version: summary.version,
    sha256: summary.sha256,
    comment: comment?.ref ?? null,
  };
  const entries = [await append(ctx, stream, at, { kind: "summary.signed_off", data, texts: [comment] })];
  entries.push(...(await meetCriteria(ctx, summary)));
  return { id: row.id, key: row.key, entries };
}

/**
 * Returns a summary to its authors, with a comment that says what is missing.
 * @throws Failure `invalid` without a comment; otherwise as `signOff`
 */
export async function returnSummary(ctx: Context, input: DecisionInput & { key: string }): Promise<Written> {
  const summary = await lockForDecision(ctx, input);
  const comment = optionalText(input.comment);
  if (!comment) throw new Failure("invalid", "Say what is missing, so that the authors know what to do.");
  await record(ctx, summary, "returned", comment);
  const { row, stream, at } = summary.incident;
  const data = {
    summaryId: summary.id,
    version: summary.version,
    sha256: summary.sha256,
    comment: comment.ref,
  };
  const entry = await append(ctx, stream, at, { kind: "summary.returned", data, texts: [comment] });
  return { id: row.id, key: row.key, entries: [entry] };
}

async function lockForDecision(ctx: Context, input: DecisionInput & { key: string }): Promise<LockedSummary> {
  const summary = await lockSummary(ctx, input.key, "summary.decide");
  orThrow(decideReview(summary.state, ctx.actor, summary.authors));
  if (summary.version !== input.version || summary.sha256 !== input.sha256) {
    throw new Failure("conflict", `Version ${summary.version} is in review now. Read it before you decide.`);
  }
  return summary;
}

async function record(
  ctx: Context,
  summary: LockedSummary,
  kind: "signed_off" | "returned",
  comment: NewText | null,
): Promise<void> {
  const { at } = summary.incident;
  const { version } = summary;
  await ctx.db.summaryDecision.create({
    data: {
      ...{ id: newId(), summaryId: summary.id, version, kind, at },
      personId: ctx.actor.id ?? "",
      commentTextId: comment?.ref.textId ?? null,
    },
    select: { id: true },
  });
  await ctx.db.summary.update({
    where: { id: summary.id, state: "in_review", version },
    data: { state: kind, stateSince: at, signedVersion: kind === "signed_off" ? version : null },
    select: { id: true },
  });
}

async function meetCriteria(ctx: Context, { incident }: LockedSummary): Promise<Entry[]> {
  const { row, stream, at } = incident;
  const open = await ctx.db.exitCriterion.findMany({
    where: { incidentId: row.id, bySignOff: true, state: "open" },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  const entries: Entry[] = [];
  for (const { id: criterionId } of open) {
    await ctx.db.exitCriterion.update({
      where: { id: criterionId, state: "open" },
      data: { state: "met", decidedById: ctx.actor.id, decidedAt: at, reasonTextId: null },
      select: { id: true },
    });
    entries.push(await append(ctx, stream, at, { kind: "criterion.met", data: { criterionId, note: null } }));
  }
  return entries;
}
