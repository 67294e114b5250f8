/** A published runbook that an incident can begin with. */
export interface OfferedRunbook {
  versionId: string;
  title: string;
  /** Why it is suggested; empty when somebody looked for it. */
  reason: string;
}

/**
 * What can be chosen: what is suggested, and what was chosen before, which stays in view also when it does not fit
 * the words any more.
 * @param chosen a version's id; empty: none
 * @param picked the one chosen last, if that was in this dialog
 */
export function offered(
  suggested: readonly OfferedRunbook[],
  chosen: string,
  picked: OfferedRunbook | null,
): readonly OfferedRunbook[] {
  if (chosen === "" || suggested.some(({ versionId }) => versionId === chosen)) return suggested;
  const title = picked?.versionId === chosen ? picked.title : "The one chosen before";
  return [...suggested, { versionId: chosen, title, reason: "" }];
}
