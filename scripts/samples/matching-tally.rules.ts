/** What the first hit for one alert was, and what it should have been. */
export interface Hit {
  /** The right runbook; null: none of the library is. */
  expected: string | null;
  /** Why none is, where none is. */
  known: "runbook" | "dead link" | "not in the folder";
  found: string | null;
}

interface Part {
  right: number;
  all: number;
}

export interface Tally {
  /** First hits that are the right runbook. */
  right: number;
  /** Alerts for which any runbook was found. */
  offered: number;
  /** Alerts that a runbook of the library answers. */
  wanted: number;
  /** Alerts that none answers, and for how many of them none was found; then by the reason. */
  none: Part;
  dead: Part;
  absent: Part;
}

/** Sums first hits: precision is `right` of `offered`, recall is `right` of `wanted`. */
export function tally(hits: readonly Hit[]): Tally {
  const part = (among: readonly Hit[]): Part => ({
    right: among.filter(({ found }) => found === null).length,
    all: among.length,
  });
  return {
    right: hits.filter(({ expected, found }) => expected !== null && found === expected).length,
    offered: hits.filter(({ found }) => found !== null).length,
    wanted: hits.filter(({ expected }) => expected !== null).length,
    none: part(hits.filter(({ expected }) => expected === null)),
    dead: part(hits.filter(({ known }) => known === "dead link")),
    absent: part(hits.filter(({ known }) => known === "not in the folder")),
  };
}

/** "97.3 %"; "–" of nothing. */
export function percent(part: number, all: number): string {
  return all === 0 ? "–" : `${((part / all) * 100).toFixed(1)} %`;
}
