import type { Problem, Redacted } from "@/lib/timeline/verify/types";
import type { Entry } from "@/lib/timeline/events";

/** A version's content as it is stored: the hash it gives, and the one that is written beside it. */
export interface StoredVersion {
  number: number;
  contentHash: string;
  sha256: string;
}

interface Bound {
  /** The entry that bound it last: submitted, returned or signed off. */
  seq: number;
  sha256: string;
  redacted: Omit<Redacted, "seq"> | null;
}

/**
 * Whether the versions of a summary are the texts that the timeline says were submitted and decided on. A version
 * that was never submitted is bound to nothing.
 * @param entries the stream's entries about the summary, oldest first
 */
export function verifyVersions(
  entries: readonly Entry[],
  stored: readonly StoredVersion[],
): { problems: Problem[]; redacted: Redacted[] } {
  const problems: Problem[] = [];
  const redacted: Redacted[] = [];
  for (const [number, bound] of boundVersions(entries)) {
    const version = stored.find((row) => row.number === number);
    const whole = version?.contentHash === bound.sha256 && version.sha256 === bound.sha256;
    if (!whole) problems.push({ seq: bound.seq, what: "summary altered" });
    else if (bound.redacted) redacted.push({ seq: bound.seq, ...bound.redacted });
  }
  return { problems, redacted };
}

function boundVersions(entries: readonly Entry[]): Map<number, Bound> {
  const bound = new Map<number, Bound>();
  for (const { kind, data, seq, actor, at } of entries) {
    if (kind === "summary.submitted" || kind === "summary.returned" || kind === "summary.signed_off") {
      const before = bound.get(data.version);
      const redacted = before?.sha256 === data.sha256 ? before.redacted : null;
      bound.set(data.version, { seq, sha256: data.sha256, redacted });
    }
    if (kind === "summary.redacted") {
      const before = bound.get(data.version);
      if (before?.sha256 !== data.from) continue;
      bound.set(data.version, { ...before, sha256: data.to, redacted: { by: actor.id, at } });
    }
  }
  return bound;
}
