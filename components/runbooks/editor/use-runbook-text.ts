"use client";

import { useEffect, useRef, useState } from "react";
import { forgetInTab, keepInTab, keptInTab } from "@/components/ui/tab-memory";
import { useSettled } from "@/components/ui/use-settled";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { typedInto } from "@/lib/runbooks/edit/typed.rules";

/** The version that an edit begins from; a new runbook begins from none. */
export interface Base {
  source: string;
  versionId: string | null;
  /** 0 for none. */
  number: number;
}

/** A text on its way, with the version that it began from. */
export interface Draft {
  source: string;
  basedOn: string | null;
  number: number;
}

const RESTS_MS = 300;

/**
 * The text being edited. It outlives a reload and a wrong click until this browser tab is closed, and the browser asks
 * before it is left. Use it only once scripts run: what the tab kept is not known before.
 * @param name unique in the console
 */
export function useRunbookText(name: string, base: Base) {
  const key = `qd:runbook:${name}`;
  const begun: Draft = { source: base.source, basedOn: base.versionId, number: base.number };
  const [draft, setDraft] = useState<Draft>(() => keptInTab<Draft>(key) ?? begun);
  const settled = useSettled(draft, RESTS_MS);
  const done = useRef(false);
  const { offer, dismiss } = useUndoToast();
  const changed = draft.source !== base.source || draft.basedOn !== base.versionId;

  useEffect(() => {
    if (done.current) return;
    if (settled.source === base.source && settled.basedOn === base.versionId) forgetInTab(key);
    else keepInTab(key, settled);
  }, [key, settled, base]);

  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (done.current) return;
      keepInTab(key, draft);
      event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [key, draft, changed]);

  return {
    draft,
    changed,
    /** The text once typing rests. */
    settled: settled.source,
    /** What the text field holds now. */
    type: (typed: string) => {
      dismiss();
      setDraft((before) => ({ ...before, source: typedInto(before.source, typed) }));
    },
    /** A change that was not typed; it can be undone until something else is changed. @param said what was done, in words */
    replace: (source: string, said: string) => {
      setDraft((before) => ({ ...before, source }));
      offer(said, () => setDraft((before) => ({ ...before, source: draft.source })));
    },
    /** Goes on from another version: what was typed then comes on top of it. */
    rebase: (basedOn: string, number: number) => setDraft((before) => ({ ...before, basedOn, number })),
    /** Back to the version as it is. */
    drop: () => {
      dismiss();
      setDraft(begun);
    },
    /** Before leaving: it was saved, or is not wanted. */
    release: () => {
      done.current = true;
      forgetInTab(key);
    },
  };
}

export type RunbookText = ReturnType<typeof useRunbookText>;
