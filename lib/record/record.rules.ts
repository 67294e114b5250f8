import { roleOf, type IncidentFacts, type RoleInIncident } from "@/lib/auth/policy.rules";
import { isAtLeast, type AccessRole, type Actor } from "@/lib/kernel/actor";
import type { Refusal } from "@/lib/kernel/errors";

/** Clocks of browsers are a little off; what lies this little in the future happened now. */
const SKEW_MS = 60_000;

/**
 * When something happened, as a person tells it.
 * @param told null: now
 * @returns null when it is now
 */
export function decideHappened(told: Date | null, now: Date): { ok: true; at: Date | null } | Refusal {
  if (told === null) return { ok: true, at: null };
  const ahead = told.getTime() - now.getTime();
  if (ahead > SKEW_MS) {
    return { ok: false, code: "invalid", message: "This time is in the future. Give the time it happened." };
  }
  return { ok: true, at: ahead > 0 ? null : told };
}

/** Who is about to correct something. */
export interface Corrector {
  id: string | null;
  accessRole: AccessRole;
  role: RoleInIncident | null;
}

/** Whether somebody may put right what another (or they themselves) wrote. */
export function mayCorrect(corrector: Corrector, authorId: string | null): boolean {
  if (corrector.id !== null && corrector.id === authorId) return true;
  if (isAtLeast(corrector.accessRole, "manager")) return true;
  return corrector.role === "scribe" || corrector.role === "commander";
}

/** The same for an actor; the console itself corrects nothing. */
export function decideCorrection(
  actor: Actor,
  incident: IncidentFacts,
  authorId: string | null,
): { ok: true } | Refusal {
  const allowed =
    actor.kind !== "system" &&
    mayCorrect({ id: actor.id, accessRole: actor.accessRole, role: roleOf(actor, incident) }, authorId);
  if (allowed) return { ok: true };
  const message = "Only who wrote it, the scribe, the commander or a manager may put it right.";
  return { ok: false, code: "forbidden", message };
}

/** The number of lines in a pasted log; a line break at its end begins no new one. */
export function countLines(text: string): number {
  return text.replace(/\r?\n$/, "").split(/\r\n|\r|\n/).length;
}

/** A pin or its opposite, as the timeline has them. */
export interface PinEvent {
  kind: string;
  seq: number;
}

/** The pinned entries' numbers after these, in order of pinning. @param events oldest first */
export function pinsAfter(events: readonly PinEvent[]): number[] {
  const pins = new Set<number>();
  for (const { kind, seq } of events) {
    if (kind === "entry.pinned") pins.add(seq);
    if (kind === "entry.unpinned") pins.delete(seq);
  }
  return [...pins];
}
