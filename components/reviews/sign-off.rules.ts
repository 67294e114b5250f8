import { decideReview } from "@/lib/summaries/state.rules";
import { isAtLeast, type PersonActor } from "@/lib/kernel/actor";
import type { SummaryDto } from "@/lib/summaries/dto";

type Decision = SummaryDto["decisions"][number];

/** What a person can do about a summary, or why nothing. */
export type SignOffStage =
  | { kind: "submit" }
  | { kind: "decide" }
  | { kind: "wait"; why: string }
  | { kind: "signed_off"; decision: Decision | null }
  | { kind: "closed_unsigned" };

/** @param summary as it is now */
export function signOffStage(summary: SummaryDto, actor: PersonActor): SignOffStage {
  if (summary.state === "signed_off") return { kind: "signed_off", decision: holdingSignOff(summary) };
  if (summary.incidentStatus === "closed") return { kind: "closed_unsigned" };
  if (summary.state === "in_review") {
    const answer = decideReview(summary.state, actor, new Set(summary.authorIds));
    return answer.ok ? { kind: "decide" } : { kind: "wait", why: answer.message };
  }
  if (!isAtLeast(actor.accessRole, "responder")) {
    return { kind: "wait", why: "It is being written. You may read it; responders write and submit it." };
  }
  if (summary.incidentStatus !== "resolved") {
    return { kind: "wait", why: "The incident runs again. It can be submitted once it is resolved." };
  }
  return { kind: "submit" };
}

/** The sign-off that holds now, or null. */
export function holdingSignOff({ decisions, signedVersion }: SummaryDto): Decision | null {
  return (
    decisions.find((row) => row.kind === "signed_off" && row.version === signedVersion && !row.voidedAt) ??
    null
  );
}

/** The newest sign-off, when it no longer holds because of an edit; and which edit that was. */
export function voidedSignOff(summary: SummaryDto): { decision: Decision; editedById: string | null } | null {
  if (summary.signedVersion !== null) return null;
  const decision = summary.decisions.find(({ kind }) => kind === "signed_off");
  if (!decision?.voidedAt) return null;
  const edit = summary.versions.findLast(({ number }) => number > decision.version);
  return { decision, editedById: edit?.authorId ?? null };
}

/** The newest return, while nobody has submitted since. */
export function standingReturn({ state, decisions, versions }: SummaryDto): Decision | null {
  const decision = decisions[0];
  if (state === "in_review" || state === "signed_off" || decision?.kind !== "returned") return null;
  const submittedSince = versions.some(({ number, submittedAt }) => number > decision.version && submittedAt);
  return submittedSince ? null : decision;
}
