import { existsSync } from "node:fs";
import path from "node:path";

/** Where the samples lie. */
export interface Samples {
  /** The founding runbooks. */
  seeds: string;
  /** All runbooks, the founding ones among them. */
  runbooks: string;
  /** The full list of the fences of the operations runbook; null where it was not supplied. */
  fences: string | null;
}

/**
 * Finds the samples in the folder that QUARTERDECK_SAMPLES names: it, or a folder below it, holds the founding runbooks.
 * @throws Error of one line when there is no such folder
 */
export function locateSamples(named: string | undefined): Samples {
  if (!named) throw new Error("Set QUARTERDECK_SAMPLES to the folder that holds the founding runbooks.");
  const seeds = [named, path.join(named, "seeds"), path.join(named, "runbooks", "seeds")].find((folder) =>
    existsSync(path.join(folder, "triage-and-recovery-flows.md")),
  );
  if (!seeds)
    throw new Error(`${named} holds no founding runbooks (triage-and-recovery-flows.md and others).`);
  const isBelow = path.basename(seeds) === "seeds";
  const above = [
    seeds,
    path.join(seeds, ".."),
    path.join(seeds, "..", ".."),
    path.join(seeds, "..", "..", ".."),
  ];
  const fences = above
    .flatMap((folder) => [folder, path.join(folder, "docs")])
    .map((folder) => path.join(folder, "operations-fences.json"))
    .find((file) => existsSync(file));
  return { seeds, runbooks: isBelow ? path.dirname(seeds) : seeds, fences: fences ?? null };
}
