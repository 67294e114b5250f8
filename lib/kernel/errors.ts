/**
 * The closed set of expected failures. Each maps to one HTTP status (lib/http/problem.ts).
 * Anything that is thrown and is not a Failure is a defect: 500, logged with its stack.
 */
export type FailureCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "conflict"
  | "gate_open"
  | "gone"
  | "key_reused"
  | "rate_limited"
  | "too_large"
  | "unavailable";

/** An expected failure: what happened, and what to do next, in words for the person. */
export class Failure extends Error {
  /**
   * @param code one of the closed set
   * @param message a sentence for the screen
   * @param details facts a screen can use (who was first, which fields); never secrets
   */
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "Failure";
  }
}

/** What a pure rule answers when it says no. */
export interface Refusal {
  ok: false;
  code: FailureCode;
  message: string;
}

/** Turns a rule's answer into its value, or throws its refusal as a Failure. */
export function orThrow<T extends { ok: true }>(answer: T | Refusal): T {
  if (!answer.ok) throw new Failure(answer.code, answer.message);
  return answer;
}

/** For a promise's `catch`: null for a Failure with this code; anything else goes on. */
export function orNull(code: FailureCode): (error: unknown) => null {
  return (error) => {
    if (error instanceof Failure && error.code === code) return null;
    throw error;
  };
}
