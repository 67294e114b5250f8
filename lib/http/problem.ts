import type { Logger } from "pino";
import { ZodError } from "zod";
import { databaseAway, isAway, isUnstorable } from "@/lib/db/in-transaction";
import { Failure, type FailureCode } from "@/lib/kernel/errors";

/** The one place where a code becomes an HTTP status (RFC 9110). */
export const statusOf = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  gate_open: 409,
  gone: 410,
  key_reused: 422,
  rate_limited: 429,
  too_large: 413,
  unavailable: 503,
} as const satisfies Record<FailureCode, number>;

/** Problem details (RFC 9457); `code` is ours and stable, `details` are facts a screen can use. */
export interface Problem {
  type: "about:blank";
  title: string;
  status: number;
  detail: string;
  code: FailureCode | "internal";
  requestId: string;
  details?: Readonly<Record<string, unknown>>;
}

const titles: Record<FailureCode, string> = {
  unauthenticated: "Sign in first",
  forbidden: "Not allowed",
  not_found: "Not found",
  invalid: "Something is missing or wrong",
  conflict: "Somebody was first",
  gate_open: "Not yet",
  gone: "No longer valid",
  key_reused: "Idempotency key used before",
  rate_limited: "Too many tries",
  too_large: "Too large",
  unavailable: "Not available right now",
};

/** What to answer for something that was thrown; a defect is logged with its stack and told without details. */
export function problemFrom(error: unknown, requestId: string, log: Logger): Problem {
  const failure = asFailure(error);
  if (failure) {
    if (failure.cause !== undefined) log.warn({ err: failure.cause }, failure.code);
    const { code, message, details } = failure;
    const problem = {
      type: "about:blank",
      title: titles[code],
      status: statusOf[code],
      detail: message,
    } as const;
    return { ...problem, code, requestId, ...(Object.keys(details).length > 0 && { details }) };
  }
  log.error({ err: error }, "unexpected error");
  const detail = `The console met an error it did not expect. Try again; if it stays, give the administrator ${requestId}.`;
  return { type: "about:blank", title: "Unexpected error", status: 500, detail, code: "internal", requestId };
}

function asFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error;
  if (error instanceof ZodError) return invalidFrom(error);
  if (isUnstorable(error)) {
    const next = "Look for a number or a time that cannot be, or a character that cannot be seen.";
    const refused = new Failure("invalid", `Something in this request cannot be kept or looked up. ${next}`);
    refused.cause = error;
    return refused;
  }
  if (!isAway(error)) return null;
  return databaseAway(error, false);
}

function invalidFrom(error: ZodError): Failure {
  const fields = error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = fields[0];
  const where = first?.path ? `${first.path}: ` : "";
  return new Failure("invalid", `${where}${first?.message ?? "The request is not well-formed."}`, { fields });
}
