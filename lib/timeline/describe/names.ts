/** Where sentences get their words: entries hold ids only. Every function answers, "somebody" if it must. */
export interface Names {
  /** Whose reading this is: their own acts are told as "You". Null in exports. */
  me: string | null;
  person(id: string): string;
  service(id: string): string;
  environment(id: string): string;
  /** An incident's key, as INC-42. */
  incident(id: string): string;
  checklist(id: string): string;
  /** The sections of a runbook that one act added as checklists, this one among them, in order; empty for other checklists. */
  addedWith(checklistId: string): string[];
  /** Whether a checklist was added at that very moment. @param at UTC, ISO 8601 */
  isAddedAt(checklistId: string, at: string): boolean;
  /** A step of a checklist, by its item's id, with what was filled into its gaps, and its round after the first. */
  step(itemId: string): string;
  /** The entries that filled these gaps: what tells of the step cites them, too. */
  fillsOf(itemId: string): number[];
  criterion(id: string): string;
  /** What has a token. */
  machine(id: string): string;
  /** A runbook, by its own id or that of a version. */
  runbook(id: string): string;
  webhook(id: string): string;
  /** A one-time link, by what it is for: "the invitation of ines@example.org". */
  link(id: string): string;
  /**
   * A moment in the reader's zone.
   * @param at UTC, ISO 8601
   * @param seenFrom the entry's own time: the day is told only when it is another
   */
  time(at: string, seenFrom: string): string;
  /**
   * The same for what was said then: a gap shows the value that it had, and none that was filled in later.
   * @param seq of the entry that says it
   */
  asOf(seq: number): Names;
}

/** The name of a person in the middle of a sentence. */
export function whom(id: string, names: Names): string {
  return id === names.me ? "you" : names.person(id);
}
