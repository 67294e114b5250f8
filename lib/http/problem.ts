import type { Logger } from "pino";
import { ZodError } from "zod";
import { isAway } from "@/lib/db/in-transaction";
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
    if (failure.code === "unavailable") log.warn({ err: failure.cause ?? failure }, "unavailable");
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
  if (!isAway(error)) return null;
  return new Failure("unavailable", "The database does not answer. Nothing was saved; try again shortly.");
}

function invalidFrom(error: ZodError): Failure {
  const fields = error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = fields[0];
  const where = first?.path ? `${first.path}: ` : "";
  return new Failure("invalid", `${where}${first?.message ?? "The request is not well-formed."}`, { fields });
}
