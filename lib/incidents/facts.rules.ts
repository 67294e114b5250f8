import type { Refusal } from "@/lib/kernel/errors";
import type { Detection, Severity } from "@/lib/timeline/events/common";

/** The facts of an incident that can be put right later. */
export interface Facts {
  title: string;
  severity: Severity;
  environmentId: string;
  /** In order of id. */
  serviceIds: readonly string[];
  startedAt: Date | null;
  detection: { at: Date | null; by: Detection | null };
  callLink: string | null;
  visibility: "everyone" | "members";
}

export type Changes = { [F in keyof Facts]?: { from: Facts[F]; to: Facts[F] } };

const words: Record<keyof Facts, string> = {
  title: "The title",
  severity: "The severity",
  environmentId: "The environment",
  serviceIds: "The list of services",
  startedAt: "The start",
  detection: "The detection",
  callLink: "The call link",
  visibility: "The visibility",
};

/**
 * Whether facts may be changed so: each from what it is now, to something else, with a reason.
 * @param now of the verb
 * @returns the names of the facts that change
 */
export function decideFacts(
  current: Facts,
  changes: Changes,
  ask: { reason: string | null; now: Date },
): { ok: true; changed: (keyof Facts)[] } | Refusal {
  const asked = (Object.keys(words) as (keyof Facts)[]).filter((name) => changes[name] !== undefined);
  const stale = asked.find((name) => !same(changes[name]?.from, current[name]));
  if (stale) {
    return refuse(
      "conflict",
      `${words[stale]} was changed by somebody else. Look at it and change it again.`,
    );
  }
  const changed = asked.filter((name) => !same(changes[name]?.to, current[name]));
  if (changed.length === 0) return refuse("invalid", "Nothing was changed.");
  if (changed.some((name) => name !== "callLink") && !ask.reason) {
    return refuse("invalid", "Say why: the reason goes on the timeline.");
  }
  if (isAfter(changes.startedAt?.to, ask.now)) return refuse("invalid", "The start cannot be in the future.");
  if (isAfter(changes.detection?.to.at, ask.now))
    return refuse("invalid", "The detection cannot be in the future.");
  return { ok: true, changed };
}

function isAfter(at: Date | null | undefined, now: Date): boolean {
  return at !== null && at !== undefined && at > now;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function refuse(code: Refusal["code"], message: string): Refusal {
  return { ok: false, code, message };
}
