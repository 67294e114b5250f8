import type { SuggestionsDto } from "@/lib/runbooks/dto";

/** A published runbook that an incident can begin with. */
export interface OfferedRunbook {
  versionId: string;
  title: string;
  /** Why it is suggested; empty when somebody looked for it. */
  reason: string;
  /** The section that is meant, with those below it; null: the whole runbook. */
  part: SuggestionsDto["suggestions"][number]["part"];
}

/**
 * What can be chosen: what is suggested, and what was chosen before, which stays in view also when it does not fit
 * the words any more.
 */
export function offered(
  suggested: readonly OfferedRunbook[],
  chosen: OfferedRunbook | null,
): readonly OfferedRunbook[] {
  const isThere = suggested.some(({ versionId }) => versionId === chosen?.versionId);
  return chosen === null || isThere ? suggested : [...suggested, { ...chosen, reason: "" }];
}
