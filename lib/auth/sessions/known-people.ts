import type { Tx } from "@/lib/db/client";
import type { AccessRole } from "@/lib/kernel/actor";

/** What decides whether a session still counts. */
export interface KnownPerson {
  accessRole: AccessRole;
  sessionVersion: number;
  deactivated: boolean;
}

/** A revocation is felt after this at the latest, also when its notification is lost. */
const KEPT_MS = 3_000;
const AT_MOST = 10_000;

type Kept = { readAt: number; person: Promise<KnownPerson | null> };

// On globalThis: the listener and Next load this module apart, and a notification must reach both.
const shared = globalThis as { quarterdeckKnownPeople?: Map<string, Kept> };
const kept = (shared.quarterdeckKnownPeople ??= new Map<string, Kept>());

/** Reads a person, or remembers them for up to three seconds. */
export function knownPerson(db: Tx, id: string): Promise<KnownPerson | null> {
  const now = performance.now();
  const found = kept.get(id);
  if (found && now - found.readAt < KEPT_MS) return found.person;
  const person = readPerson(db, id);
  // A read that failed is asked again by the next request.
  person.catch(() => kept.delete(id));
  if (kept.size >= AT_MOST) kept.clear();
  kept.set(id, { readAt: now, person });
  return person;
}

/** Asks the database again at the next request: for `NOTIFY {"person": id}`. */
export function forgetPerson(id: string): void {
  kept.delete(id);
}

async function readPerson(db: Tx, id: string): Promise<KnownPerson | null> {
  const row = await db.person.findUnique({
    where: { id },
    select: { accessRole: true, sessionVersion: true, deactivatedAt: true },
  });
  return (
    row && {
      accessRole: row.accessRole,
      sessionVersion: row.sessionVersion,
      deactivated: !!row.deactivatedAt,
    }
  );
}
