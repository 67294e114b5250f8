import { isAtLeast, type Actor } from "@/lib/kernel/actor";
import type { Refusal } from "@/lib/kernel/errors";

export type SummaryState = "draft" | "in_review" | "returned" | "signed_off";

/** The life of a summary: what may be done in which state, and where it leads. */
export const summaryMoves = {
  draft: { edit: "draft", submit: "in_review" },
  in_review: { edit: "draft", return: "returned", sign_off: "signed_off" },
  returned: { edit: "draft", submit: "in_review" },
  signed_off: { edit: "draft" },
} as const satisfies Record<
  SummaryState,
  Partial<Record<"edit" | "submit" | "return" | "sign_off", SummaryState>>
>;

/** Whether it is being written: its facts are those of now, and become fixed when it is submitted. */
export function isInWork(state: SummaryState): boolean {
  return "submit" in summaryMoves[state];
}

const DAY_MS = 24 * 60 * 60_000;

/** When a summary should be signed off: three days after the incident was resolved for SEV1 and SEV2, else seven. */
export function reviewDueAt(severity: number, resolvedAt: Date): Date {
  return new Date(resolvedAt.getTime() + (severity <= 2 ? 3 : 7) * DAY_MS);
}

/** What is missing before a summary may be submitted, in the words of its headings. */
export function missingParts(parts: {
  impact: string;
  rootCause: string;
  remediation: string;
  wentWell: string;
}): string[] {
  const names = {
    impact: "impact",
    rootCause: "root cause",
    remediation: "remediation",
    wentWell: "what went well",
  };
  return Object.entries(names).flatMap(([part, words]) =>
    parts[part as keyof typeof parts].trim() === "" ? [words] : [],
  );
}

/**
 * Whether somebody may sign off or return: a manager who wrote none of it (product.md, "Post-incident summary").
 * @param authors all who edited or submitted any version since the draft
 */
export function decideReview(
  state: SummaryState,
  actor: Actor,
  authors: ReadonlySet<string>,
): { ok: true } | Refusal {
  if (actor.kind !== "person" || !isAtLeast(actor.accessRole, "manager")) {
    return { ok: false, code: "forbidden", message: "Only a manager may decide on a summary." };
  }
  if (authors.has(actor.id)) {
    return {
      ok: false,
      code: "forbidden",
      message: "You wrote a part of it. A manager who did not must decide.",
    };
  }
  if (state !== "in_review") {
    return {
      ok: false,
      code: "conflict",
      message: "It is not in review. Read it again: it may have been edited.",
    };
  }
  return { ok: true };
}
