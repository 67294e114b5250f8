/** A field the console did not accept, and why. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** What the API answers instead of a result (RFC 9457), or what the browser met on the way (code `offline`). */
export interface ProblemFields {
  status: number;
  code: string;
  title: string;
  detail: string;
  requestId: string;
  details?: Readonly<Record<string, unknown>>;
}

/** A request that was refused or did not arrive; `message` is a sentence for the screen. */
export class ApiError extends Error {
  /** 0 when the console could not be reached. */
  readonly status: number;
  /** One of lib/kernel/errors.ts, `internal`, or `offline`. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;

  constructor({ status, code, title, detail, details, requestId }: ProblemFields) {
    super(detail);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.details = details ?? {};
    this.requestId = requestId;
  }

  /** True when nobody knows whether the write was done: it must be sent again under the same key. */
  get isUnsure(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  /** What is wrong with one field of the body, for the control that holds it. */
  field(path: string): string | undefined {
    const fields = this.details.fields;
    if (!Array.isArray(fields)) return undefined;
    return (fields as FieldProblem[]).find((field) => field.path === path)?.message;
  }
}

/** The sentence to show for anything that a request threw. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.detail;
  return "The console met an error it did not expect. Try again.";
}
