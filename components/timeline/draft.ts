"use client";

import { useCallback, useSyncExternalStore } from "react";
import { forgetInTab, keepInTab, keptInTab } from "@/components/ui/tab-memory";

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
    draft = { ...emptyDraft, ...keptInTab<Partial<Draft>>(nameOf(incidentKey)) };
    drafts.set(incidentKey, draft);
  }
  return draft;
}

function keep(incidentKey: string, draft: Draft): void {
  drafts.set(incidentKey, draft);
  if (draft.text === "") forgetInTab(nameOf(incidentKey));
  else keepInTab(nameOf(incidentKey), draft);
  listeners.forEach((listener) => listener());
}

function nameOf(incidentKey: string): string {
  return `qd-note-${incidentKey}`;
}
