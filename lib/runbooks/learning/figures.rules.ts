/** Fewer walks than this say nothing that could be compared. */
export const TOO_FEW = 3;

/** How often something came out how, over all walks that were looked at. */
export interface Outcomes {
  done: number;
  skipped: number;
  failed: number;
  /** From start to tick, milliseconds; one for each time that it was done. */
  durations: readonly number[];
}

export interface StepFigures {
  key: string;
  /** How often it was done, skipped or failed. */
  walked: number;
  done: number;
  skipped: number;
  failed: number;
  /** Null: never done, or too few walks to say. */
  medianMs: number | null;
  ninetiethMs: number | null;
  /** The first version from which on it was as it is; null when that is the first one. */
  since: number | null;
}

/** The keys of a version's steps and chart nodes. */
export interface VersionKeys {
  number: number;
  keys: ReadonlySet<string>;
}

/**
 * What is said of one step.
 * @param versions newest first, without gaps
 */
export function figuresOf(
  key: string,
  { done, skipped, failed, durations }: Outcomes,
  versions: readonly VersionKeys[],
): StepFigures {
  const walked = done + skipped + failed;
  const enough = walked >= TOO_FEW;
  return {
    ...{ key, walked, done, skipped, failed },
    medianMs: enough ? median(durations) : null,
    ninetiethMs: enough ? percentile(durations, 0.9) : null,
    since: sinceOf(key, versions),
  };
}

/** The middle value; between the two middle ones of an even number. Null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The least value that so large a share of all does not exceed (nearest rank). Null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

/** Versions are gone through from the newest back, as long as they have the step. */
function sinceOf(key: string, versions: readonly VersionKeys[]): number | null {
  const end = versions.findIndex(({ keys }) => !keys.has(key));
  return end <= 0 ? null : (versions[end - 1]?.number ?? null);
}
