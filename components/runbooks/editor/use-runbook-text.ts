"use client";

import { useEffect, useRef, useState } from "react";
import { forgetInTab, keepInTab, keptInTab } from "@/components/ui/tab-memory";
import { useSettled } from "@/components/ui/use-settled";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { typedInto } from "@/lib/runbooks/edit/typed.rules";
import type { Choice } from "@/lib/runbooks/parse/choices";

/** A text with what a person changed about its reading. */
export interface Chosen {
  source: string;
  choices: Choice[];
}

/** The version that an edit begins from; a new runbook begins from none. */
export interface Base extends Chosen {
  versionId: string | null;
  /** 0 for none. */
  number: number;
}

/** A text on its way, with the version that it began from. */
export interface Draft {
  source: string;
  basedOn: string | null;
  number: number;
  /** What was changed here about the reading, on the text of that moment; null: nothing was. */
  chosen: Chosen | null;
}

const RESTS_MS = 300;

/**
 * The text being edited. It outlives a reload and a wrong click until this browser tab is closed, and the browser asks
 * before it is left. Use it only once scripts run: what the tab kept is not known before.
 * @param name unique in the console
 */
export function useRunbookText(name: string, base: Base) {
  const key = `qd:runbook:${name}`;
  const begun: Draft = {
    ...{ source: base.source, basedOn: base.versionId, number: base.number, chosen: null },
  };
  const [draft, setDraft] = useState<Draft>(() => ({ ...begun, ...keptInTab<Draft>(key) }));
  const [past, setPast] = useState<readonly Pick<Draft, "source" | "chosen">[]>([]);
  const settled = useSettled(draft, RESTS_MS);
  const done = useRef(false);
  const latest = useRef(draft);
  const keepLatest = useRef(() => {});
  const { offer, dismiss } = useUndoToast();
  const isChanged = (text: Draft) =>
    text.source !== base.source || text.basedOn !== base.versionId || text.chosen !== null;
  const [changed, settledChanged] = [isChanged(draft), isChanged(settled)];

  useEffect(() => {
    latest.current = draft;
    keepLatest.current = () => {
      if (done.current) return;
      if (changed) keepInTab(key, draft);
      else forgetInTab(key);
    };
  });

  // Who leaves at once leaves before typing has come to rest.
  useEffect(() => () => keepLatest.current(), []);

  useEffect(() => {
    if (done.current) return;
    if (settledChanged) keepInTab(key, settled);
    else forgetInTab(key);
  }, [key, settled, settledChanged]);

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

  function undo() {
    dismiss();
    const last = past.at(-1);
    if (last) setDraft((before) => ({ ...before, ...last }));
    setPast(past.slice(0, -1));
  }

  function change(by: Partial<Pick<Draft, "source" | "chosen">>, said: string) {
    const before = { source: draft.source, chosen: draft.chosen };
    const earlier = [...past, before];
    setDraft((now) => ({ ...now, ...by }));
    setPast(earlier);
    offer(said, () => {
      setDraft((now) => ({ ...now, ...before }));
      setPast(earlier.slice(0, -1));
    });
  }

  return {
    draft,
    changed,
    /** As it is once typing rests. */
    settled,
    /** Whether nothing was changed since, neither the text nor how it is read. */
    isStill: () => latest.current === draft,
    /** What the text field holds now. Earlier changes can no longer be undone, or what was typed would go with them. */
    type: (typed: string) => {
      dismiss();
      setPast([]);
      setDraft((before) => ({ ...before, source: typedInto(before.source, typed) }));
    },
    /** A change that was not typed. @param said what was done, in words */
    replace: (source: string, said: string) => change({ source }, said),
    /** The same about how this very text is read. */
    choose: (choices: Choice[], said: string) => {
      const { source } = draft;
      const asBefore = source === base.source && JSON.stringify(choices) === JSON.stringify(base.choices);
      change({ chosen: asBefore ? null : { source, choices } }, said);
    },
    canUndo: past.length > 0,
    /** Takes the last change back that was not typed. */
    undo,
    /** Goes on from another version: what was typed then comes on top of it. */
    rebase: (basedOn: string, number: number) => setDraft((before) => ({ ...before, basedOn, number })),
    /** Back to the version as it is. */
    drop: () => {
      dismiss();
      setPast([]);
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
