/** What somebody typed into a part and the console has not got yet. */
export interface PartDraft {
  text: string;
  /** The stored text that it began from. */
  base: string;
  /** What the last try sent; it may have arrived although no answer came. */
  sent: string | null;
  /** What somebody else stored meanwhile. */
  theirs: Theirs | null;
}

export interface Theirs {
  text: string;
  authorId: string | null;
}

/** After a change in the field. @param stored the part as the console has it; @returns null: nothing is unsaved */
export function typed(draft: PartDraft | null, stored: string, text: string): PartDraft | null {
  const next = draft ? { ...draft, text } : { text, base: stored, sent: null, theirs: null };
  return next.text === next.base && next.sent === null && next.theirs === null ? null : next;
}

export function sending(draft: PartDraft): PartDraft {
  return { ...draft, sent: draft.text };
}

/** After the console stored `sent`; what was typed meanwhile is still to be saved, on top of it. */
export function saved(draft: PartDraft | null, sent: string): PartDraft | null {
  return draft && draft.text !== sent ? { text: draft.text, base: sent, sent: null, theirs: null } : null;
}

/** After the console refused because the part is another by now. One's own earlier try is not somebody else's. */
export function refused(draft: PartDraft, theirs: Theirs): PartDraft | null {
  if (theirs.text === draft.text) return null;
  if (theirs.text === draft.sent) return { ...draft, base: theirs.text, sent: null };
  return { ...draft, sent: null, theirs };
}

/** One's own text goes on, knowingly on top of the other. */
export function keptMine(draft: PartDraft): PartDraft {
  return { ...draft, base: draft.theirs?.text ?? draft.base, sent: null, theirs: null };
}
