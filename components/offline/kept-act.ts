import type { WriteMethod } from "@/components/api/fetch";
import type { ItemState, RemarkState } from "@/lib/timeline/fold/state";

/** What a kept act changes on the screen before the console has it. */
export type Shown =
  | { kind: "step"; itemId: string; change: Partial<ItemState> }
  | { kind: "remark"; itemId: string; remark: RemarkState["kind"] }
  | { kind: "gap"; name: string }
  | { kind: "note" };

/** Something that a person did and that the console does not have yet: kept in this browser until it does. */
export interface KeptAct {
  /** Its Idempotency-Key: however often it is sent, it is done once. Ordered by time, so acts go out as they were done. */
  id: string;
  personId: string;
  incidentId: string;
  incidentKey: string;
  request: { method: WriteMethod; path: string; body: unknown };
  /** When it was done, by the server's time: milliseconds since 1970. */
  at: number;
  /** In words, for lists: "Skipped: Restart the planner". */
  said: string;
  /** What was typed. */
  words: string | null;
  shows: Shown;
  /** Whether it was ever sent: then nobody knows whether it arrived. */
  tried: boolean;
  /** How often the console answered that it could not. */
  failures: number;
  /** Why the console does not take it; null while it waits. */
  refusal: string | null;
}
