import type { ApiError } from "@/components/api/api-error";
import type { Entry } from "@/lib/timeline/events";

/** So long an answer may take, in milliseconds; what is lost on a dead line is kept and sent again. */
export const SEND_MS = 8_000;

/** What came of sending a kept act. */
export type Answered =
  | { kind: "done"; entries: readonly Entry[] }
  /** A no that stays a no. */
  | { kind: "refused"; why: string }
  /** The console answered that it cannot, which may be this act's fault or not. */
  | { kind: "failing"; why: string }
  /** No answer, or not now. */
  | { kind: "away" }
  /** Nobody, or somebody else, is signed in. */
  | { kind: "signed_out" };

/** What a refusal or a lost request means for the acts that wait. */
export function outcomeOf({ status, detail }: Pick<ApiError, "status" | "detail">): Answered {
  if (status === 0 || status === 429 || status === 502 || status === 503 || status === 504)
    return { kind: "away" };
  if (status === 401) return { kind: "signed_out" };
  return status >= 500 ? { kind: "failing", why: detail } : { kind: "refused", why: detail };
}
