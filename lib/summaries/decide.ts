import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import { optionalText, type NewText } from "@/lib/timeline/texts";
import { lockSummary, type LockedSummary } from "./locked-summary";
import type { DecisionInput } from "./schemas";
import { meetCriteria } from "./sign-off-criteria";
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
  const data = { ...decidedOn(summary), comment: comment?.ref ?? null };
  const entries = [await append(ctx, stream, at, { kind: "summary.signed_off", data, texts: [comment] })];
  entries.push(...(await meetCriteria(ctx, summary.incident)));
  return written({ row }, ...entries);
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
  const data = { ...decidedOn(summary), comment: comment.ref };
  const entry = await append(ctx, stream, at, { kind: "summary.returned", data, texts: [comment] });
  return written({ row }, entry);
}

async function lockForDecision(ctx: Context, input: DecisionInput & { key: string }): Promise<LockedSummary> {
  const summary = await lockSummary(ctx, input.key, "summary.decide");
  orThrow(decideReview(summary.state, ctx.actor, summary.authors));
  if (summary.version !== input.version || summary.sha256 !== input.sha256) {
    throw new Failure("conflict", `Version ${summary.version} is in review now. Read it before you decide.`);
  }
  return summary;
}

/** What a decision is bound to: this version, this text. */
function decidedOn({ id: summaryId, version, sha256 }: LockedSummary) {
  return { summaryId, version, sha256 };
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
