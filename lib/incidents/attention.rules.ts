import { standardPolicy } from "@/lib/updates/cadence.rules";
import { clockView, type ClockView } from "@/lib/updates/clock.rules";
import { OFFER_MS } from "./command.rules";
import type { IncidentRow } from "./row";

/** Where an incident stands in the list, from what comes first. */
export const groups = ["needs_attention", "running", "owed", "over"] as const;
export type Group = (typeof groups)[number];

/** Why somebody should look; the screen has the words and the names. Times are epoch milliseconds. */
export type Reason =
  | { kind: "overdue"; update: number; dueAt: number }
  | { kind: "nobody"; since: number }
  | { kind: "not_acknowledged"; personId: string; since: number }
  | { kind: "offered"; toId: string; at: number; unanswered: boolean }
  | { kind: "due_soon"; update: number; dueAt: number }
  | { kind: "snoozed"; until: number }
  | { kind: "summary"; state: "none" | "draft" | "in_review" | "returned" | "signed_off"; lateMs: number };

export interface Attention {
  group: Group;
  reason: Reason | null;
  /** For the order within a group: how long the open slot is overdue, in milliseconds; negative before. */
  lateness: number;
}

/** What of a row decides. */
export type Attended = Pick<
  IncidentRow,
  "status" | "severity" | "declaredAt" | "commanderId" | "offer" | "cadence" | "summary"
>;

/** Where an incident stands at `now` (epoch milliseconds), and why. */
export function attention(row: Attended, now: number): Attention {
  if (row.status === "resolved") return { group: "owed", ...owed(row, now) };
  if (row.status === "closed" || row.status === "cancelled") {
    return { group: "over", reason: null, lateness: -Date.parse(row.declaredAt) };
  }
  const clock = clockView(standardPolicy, row.cadence, now);
  const reason = needs(row, clock, now);
  const lateness = clock.dueAt === null ? -Infinity : now - clock.dueAt;
  if (reason) return { group: "needs_attention", reason, lateness };
  const until = clock.state === "snoozed" ? clock.dueAt : null;
  return { group: "running", reason: until === null ? null : { kind: "snoozed", until }, lateness };
}

/**
 * Rows in the order of need: by group, then severity, then lateness; what is over by declaration, newest first.
 * @returns a new array; equal rows in the order of their keys' declaration, newest first
 */
export function inOrder<R extends Attended>(rows: readonly R[], now: number): R[] {
  const ranked = rows.map((row) => ({ row, ...attention(row, now) }));
  ranked.sort((a, b) => {
    const byGroup = groups.indexOf(a.group) - groups.indexOf(b.group);
    if (byGroup !== 0) return byGroup;
    const newestFirst = Date.parse(b.row.declaredAt) - Date.parse(a.row.declaredAt);
    // What is read in pages is ordered by what its index holds.
    if (a.group === "owed" || a.group === "over") return newestFirst;
    return a.row.severity - b.row.severity || compare(b.lateness, a.lateness) || newestFirst;
  });
  return ranked.map(({ row }) => row);
}

/** The first thing that is wrong, from the loudest on. */
function needs(row: Attended, clock: ClockView, now: number): Reason | null {
  const update = clock.open?.update ?? 1;
  if (clock.state === "overdue" && clock.dueAt !== null)
    return { kind: "overdue", update, dueAt: clock.dueAt };
  if (row.commanderId === null) return { kind: "nobody", since: Date.parse(row.declaredAt) };
  if (row.status === "declared") {
    return { kind: "not_acknowledged", personId: row.commanderId, since: Date.parse(row.declaredAt) };
  }
  if (row.offer) {
    const at = Date.parse(row.offer.at);
    return { kind: "offered", toId: row.offer.toId, at, unanswered: now >= at + OFFER_MS };
  }
  if (clock.state === "soon" && clock.dueAt !== null) return { kind: "due_soon", update, dueAt: clock.dueAt };
  return null;
}

function owed({ summary }: Attended, now: number): Pick<Attention, "reason" | "lateness"> {
  const lateness = summary ? now - Date.parse(summary.reviewDueAt) : 0;
  const state = summary?.state ?? "none";
  const lateMs = state === "signed_off" ? 0 : Math.max(0, lateness);
  return { reason: { kind: "summary", state, lateMs }, lateness };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
