import type { IncidentRow } from "@/lib/incidents/row";
import type { Notice } from "@/lib/server/live/notices.rules";
import type { Entry } from "@/lib/timeline/events";

/** Whether what is on the screen is the present. */
export type LiveState = "connecting" | "live" | "reconnecting";

/** What the stream says; each tab gets all of it and takes what concerns it. */
export type LiveMessage =
  | { type: "state"; state: LiveState; since: number }
  | { type: "time"; now: number }
  | { type: "entries"; incidentId: string; entries: Entry[] }
  | { type: "row"; row: IncidentRow }
  | { type: "gone"; id: string }
  | { type: "notice"; notice: Notice }
  /** I put a notice or a mention away, or took that back, perhaps on another screen. */
  | { type: "dismissal"; incidentId: string; seq: number; dismissed: boolean }
  | { type: "presence"; incidentId: string; personId: string; at: number }
  | { type: "deliveries"; incidentId: string }
  /** Something of these runbooks was published, archived or restored. */
  | { type: "runbooks"; ids: string[] }
  /** Something may have been missed: read again. */
  | { type: "resync" };

/** What a tab asks of the stream: the rooms it shows, each with the newest entry it has. */
export type TabMessage =
  | { type: "rooms"; rooms: Record<string, number> }
  /** The tab is going away, or came back from sleep. */
  | { type: "bye" }
  | { type: "retry" }
  /** The line was dead since then, milliseconds since 1970: open the stream anew, also one that says it is live. */
  | { type: "renew"; since: number };
