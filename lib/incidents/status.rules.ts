import type { Refusal } from "@/lib/kernel/errors";
import { bare } from "@/lib/kernel/sentences";
import type { IncidentStatus, Severity } from "@/lib/timeline/events/common";

/** What brings an incident from one status to another; the policy says who may. */
export type Move = "acknowledge" | "move" | "resolve" | "cancel" | "close" | "reopen";

/** The moves that exist (product.md, "Status"). */
export const transitions = {
  declared: { investigating: "acknowledge", cancelled: "cancel" },
  investigating: { mitigating: "move", monitoring: "move", resolved: "resolve", cancelled: "cancel" },
  mitigating: { investigating: "move", monitoring: "move", resolved: "resolve", cancelled: "cancel" },
  monitoring: { investigating: "move", mitigating: "move", resolved: "resolve", cancelled: "cancel" },
  resolved: { closed: "close", investigating: "reopen" },
  closed: { investigating: "reopen" },
  cancelled: { investigating: "reopen" },
} as const satisfies Record<IncidentStatus, Partial<Record<IncidentStatus, Move>>>;

/** How one status leads to another; null when it does not. */
export function moveBetween(from: IncidentStatus, to: IncidentStatus): Move | null {
  const moves: Partial<Record<IncidentStatus, Move>> = transitions[from];
  return moves[to] ?? null;
}

/** Whether an incident runs: declared and neither resolved nor cancelled. */
export function isOpen(status: IncidentStatus): boolean {
  return moveBetween(status, "cancelled") !== null;
}

/** Whether the commander or deputy may move the status so. */
export function decideMove(from: IncidentStatus, to: IncidentStatus): { ok: true } | Refusal {
  if (moveBetween(from, to) === "move") return { ok: true };
  if (from === to) return refuse("conflict", `It is ${from} already.`);
  if (from === "declared") return refuse("conflict", "Nobody has acknowledged it yet. Take command first.");
  return refuse("conflict", `It is ${from}: it cannot become ${to} this way.`);
}

/**
 * Whether an incident may be resolved.
 * @param missing the words of every `resolved` criterion that is neither met nor waived
 */
export function decideResolve(from: IncidentStatus, missing: readonly string[]): { ok: true } | Refusal {
  if (moveBetween(from, "resolved") !== "resolve") {
    return refuse(
      "conflict",
      from === "declared" ? "Nobody has acknowledged it yet." : `It is ${from} already.`,
    );
  }
  if (missing.length === 0) return { ok: true };
  return refuse("gate_open", `Not met yet: ${missing.join("; ")}. Meet or waive each.`);
}

/** Whether an incident may be cancelled: a false alarm, or merged into another. */
export function decideCancel(from: IncidentStatus): { ok: true } | Refusal {
  if (moveBetween(from, "cancelled") === "cancel") return { ok: true };
  return refuse("conflict", `It is ${from} already.`);
}

/**
 * Whether an incident may be closed: its summary is signed off and every `closed` criterion met or waived. A SEV3 or
 * SEV4 may also be closed by a manager, with a reason; that stands in for the summary and what its sign-off meets.
 */
export function decideClose(ask: {
  from: IncidentStatus;
  severity: Severity;
  signedOff: boolean;
  isManager: boolean;
  reason: string | null;
  /** Each open `closed` criterion. */
  missing: readonly { text: string; bySignOff: boolean }[];
}): { ok: true } | Refusal {
  const { from, severity, signedOff, isManager, reason, missing } = ask;
  if (moveBetween(from, "closed") !== "close") {
    return refuse("conflict", from === "closed" ? "It is closed already." : "Resolve it first.");
  }
  const byReason = severity >= 3 && isManager && Boolean(reason);
  if (!signedOff && !byReason) {
    const instead = severity >= 3 ? ", or a manager closes it with a reason" : "";
    return refuse("gate_open", `The summary must be signed off first${instead}.`);
  }
  const left = missing.filter(({ bySignOff }) => !(bySignOff && byReason));
  if (left.length === 0) return { ok: true };
  return refuse(
    "gate_open",
    `Not met yet: ${left.map(({ text }) => bare(text)).join("; ")}. Meet or waive each.`,
  );
}

/** Whether checklists may be walked and exit criteria decided: not once it is closed or cancelled. */
export function decideWalk(from: IncidentStatus): { ok: true } | Refusal {
  if (from !== "closed" && from !== "cancelled") return { ok: true };
  return refuse("conflict", `It is ${from}. Reopen it first.`);
}

/** Whether another may be merged into an incident: not into one that is itself cancelled or merged. */
export function decideMergeInto(into: { key: string; status: IncidentStatus }): { ok: true } | Refusal {
  if (into.status !== "cancelled") return { ok: true };
  return refuse("conflict", `${into.key} is cancelled. Merge this into the one where work goes on.`);
}

/** Whether an incident may be opened again. What was merged into another stays there. */
export function decideReopen(from: IncidentStatus, mergedIntoId: string | null): { ok: true } | Refusal {
  if (moveBetween(from, "investigating") !== "reopen") return refuse("conflict", "It is open.");
  if (from === "cancelled" && mergedIntoId) {
    return refuse("conflict", "It was merged into another incident. Work goes on there.");
  }
  return { ok: true };
}

function refuse(code: Refusal["code"], message: string): Refusal {
  return { ok: false, code, message };
}
