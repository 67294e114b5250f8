"use client";

import { useCallback, useSyncExternalStore } from "react";

/** A note while it is written. It survives a reload and a wrong click, in this tab. */
export interface Draft {
  text: string;
  /** As the input holds it; empty: it happens now. Null: not asked for. */
  happened: string | null;
  /** Keep it as a log. */
  asLog: boolean;
}

export const emptyDraft: Draft = { text: "", happened: null, asLog: false };

const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** The draft of an incident's next note, and how to change it. */
export function useDraft(incidentKey: string): [Draft, (change: Partial<Draft>) => void] {
  const draft = useSyncExternalStore(
    subscribe,
    () => read(incidentKey),
    () => emptyDraft,
  );
  const change = useCallback(
    (part: Partial<Draft>) => keep(incidentKey, { ...read(incidentKey), ...part }),
    [incidentKey],
  );
  return [draft, change];
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function read(incidentKey: string): Draft {
  let draft = drafts.get(incidentKey);
  if (!draft) {
    draft = stored(incidentKey);
    drafts.set(incidentKey, draft);
  }
  return draft;
}

function keep(incidentKey: string, draft: Draft): void {
  drafts.set(incidentKey, draft);
  try {
    if (draft.text === "") sessionStorage.removeItem(nameOf(incidentKey));
    else sessionStorage.setItem(nameOf(incidentKey), JSON.stringify(draft));
  } catch {
    // The browser keeps no more, or nothing at all: the draft lives as long as the page.
  }
  listeners.forEach((listener) => listener());
}

function stored(incidentKey: string): Draft {
  try {
    const found = JSON.parse(sessionStorage.getItem(nameOf(incidentKey)) ?? "null") as Partial<Draft> | null;
    return { ...emptyDraft, ...found };
  } catch {
    return emptyDraft;
  }
}

function nameOf(incidentKey: string): string {
  return `qd-note-${incidentKey}`;
}
