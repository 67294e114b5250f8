import { v7 } from "uuid";
import { setServerTime } from "@/components/clock/server-time";
import { noteReach } from "./reach";
import { ApiError, type ProblemFields } from "./api-error";

export { ApiError, messageOf } from "./api-error";

/** What is said when a request found no console. */
export const UNREACHED = "The console could not be reached. Try again.";

const BASE = "/api/v1";

export type WriteMethod = "POST" | "PUT" | "PATCH" | "DELETE";

interface GetOptions {
  signal?: AbortSignal;
}

interface WriteOptions {
  /** The same key for a retry of the same act, so that it is done once; a new one unless given. */
  idempotencyKey?: string;
  /** Who did it: refused when somebody else is signed in by now. */
  personId?: string;
  signal?: AbortSignal;
}

/** A key for one act. Works where the browser has no crypto.randomUUID (plain HTTP). */
export function newIdempotencyKey(): string {
  return v7();
}

/**
 * Reads from the API.
 * @param path below /api/v1, with its query
 * @throws ApiError
 */
export function apiGet<T>(path: string, { signal }: GetOptions = {}): Promise<T> {
  return send<T>(path, { method: "GET", signal });
}

/**
 * Reads what is too large to ask for in an address; changes nothing.
 * @throws ApiError
 */
export function apiPost<T>(path: string, body: unknown, { signal }: GetOptions = {}): Promise<T> {
  return send<T>(path, {
    method: "POST",
    signal,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/**
 * Writes through the API.
 * @param body sent as JSON
 * @throws ApiError; when `isUnsure`, send the same again with the same key
 */
export function apiWrite<T>(
  method: WriteMethod,
  path: string,
  body: unknown = {},
  { idempotencyKey = newIdempotencyKey(), personId, signal }: WriteOptions = {},
): Promise<T> {
  return send<T>(path, {
    method,
    signal,
    headers: {
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
      ...(personId && { "quarterdeck-person": personId }),
    },
    body: JSON.stringify(body),
  });
}

/**
 * Sends a file as it is.
 * @param description what it shows; "" when nobody says
 * @throws ApiError, as `apiWrite`
 */
export function apiUpload<T>(
  path: string,
  file: File,
  description: string,
  { idempotencyKey = newIdempotencyKey(), signal }: WriteOptions = {},
): Promise<T> {
  return send<T>(path, {
    method: "POST",
    signal,
    headers: {
      "content-type": file.type,
      "idempotency-key": idempotencyKey,
      "x-description": encodeURIComponent(description),
    },
    body: file,
  });
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const begunAt = Date.now();
  const response = await fetch(`${BASE}${path}`, { credentials: "same-origin", ...init }).catch(
    (cause: unknown) => {
      // An abort is the caller's own doing, not a failure.
      if (init.signal?.aborted) throw cause;
      noteReach(false, begunAt);
      throw new ApiError(offline);
    },
  );
  // A proxy that finds no console behind it answers, too.
  noteReach(response.status !== 502 && response.status !== 504, begunAt);
  followClock(response.headers);
  const body = (await response.json().catch(() => null)) as unknown;
  if (response.ok) return body as T;
  throw new ApiError(problemIn(body, response));
}

/** Every answer carries the server's time; countdowns run by it. */
function followClock(headers: Headers): void {
  const time = Number(headers.get("x-server-time"));
  if (time > 0) setServerTime(time);
}

function problemIn(body: unknown, response: Response): ProblemFields {
  if (typeof body === "object" && body !== null && "code" in body && "detail" in body)
    return body as ProblemFields;
  return {
    status: response.status,
    code: "unavailable",
    title: "Not available right now",
    detail: "The console does not answer as it should. Try again shortly.",
    requestId: response.headers.get("x-request-id") ?? "",
  };
}

const offline: ProblemFields = {
  status: 0,
  code: "offline",
  title: "No connection",
  detail: UNREACHED,
  requestId: "",
};
