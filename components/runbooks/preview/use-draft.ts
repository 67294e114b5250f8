"use client";

import { replaceEqualDeep, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { apiPost, type ApiError } from "@/components/api/fetch";
import { forgetInTab, keepInTab, keptInTab } from "@/components/ui/tab-memory";
import { useSettled } from "@/components/ui/use-settled";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import type { PreviewDto } from "@/lib/runbooks/dto";
import type { Choice } from "@/lib/runbooks/parse/choices";
import { applyEdits } from "@/lib/runbooks/parse/apply-edits.rules";
import type { Edit } from "@/lib/runbooks/parse/edits";
import { runbookKeys } from "../keys";
import type { MarkdownFile } from "../read-file";

/** Where a draft begins. */
export interface DraftStart {
  /** Under which this tab keeps it: of one runbook nothing may come up in another's. */
  name: string;
  text: string;
  fileName?: string | undefined;
  choices: Choice[];
  /** The version whose bytes the text is. */
  versionId?: string | undefined;
}

/** What was read of a text. */
export type Reading = PreviewDto & { source: string };

interface Content {
  text: string;
  file: MarkdownFile | null;
  /** The text that the choices are about; of another text they are taken over where they still fit. */
  base: { source: string; choices: Choice[] };
}

interface State {
  now: Content;
  /** What stood there before each change that can be undone. */
  past: readonly Content[];
}

export type Draft = ReturnType<typeof useDraft>;

/** Makes other choices of those that are there. `words` say what was changed, for the toast that offers to undo it. */
export type Choose = (make: (before: readonly Choice[]) => Choice[], words: string) => void;

/**
 * A document on its way to becoming a version: its text, what is changed about its reading, and the reading. It outlives
 * the browser's way back and a reload until this tab is closed. Use it only once scripts run: what the tab kept is not
 * known before.
 */
export function useDraft(start: DraftStart) {
  const kept = keptName(start.name);
  const [{ now, past }, setState] = useState<State>(() => ({
    ...{ now: { ...begin(start), ...keptInTab<Partial<Content>>(kept) }, past: [] },
  }));
  const { offer, dismiss } = useUndoToast();
  const { text, file, base } = now;
  const fileName = file?.name ?? start.fileName;
  const { reading, error, isSettled } = useReading(text, base, fileName);
  const choices = choicesOf(now, reading);

  const undo = useCallback(() => {
    dismiss();
    setState((state) => ({ now: state.past.at(-1) ?? state.now, past: state.past.slice(0, -1) }));
  }, [dismiss]);
  const change = useCallback(
    (make: (before: Content) => Content, words: string) => {
      setState((state) => ({ now: make(state.now), past: [...state.past, state.now] }));
      offer(words, undo);
    },
    [offer, undo],
  );
  const isChanged =
    text !== start.text || file !== null || JSON.stringify(choices) !== JSON.stringify(start.choices);
  const release = useKeeping(kept, now, isChanged);
  const latest = useRef(reading);
  useEffect(() => {
    latest.current = reading;
  });
  const choose: Choose = useCallback(
    (make, words) =>
      change((before) => {
        const read = latest.current;
        const source = before.base.source === before.text ? before.text : (read?.source ?? before.text);
        return { ...before, base: { source, choices: make(choicesOf(before, read)) } };
      }, words),
    [change],
  );
  const repair = useCallback(
    (edits: readonly Edit[], words: string) =>
      change((before) => edited(before, applyEdits(before.text, edits)), words),
    [change],
  );

  return {
    text,
    fileName,
    reading,
    /** Those that the next reading is made with. */
    choices,
    error,
    /** The reading is of an earlier text, or not there yet. */
    isBehind: !isSettled || reading?.source !== text,
    isChanged,
    /** Before leaving: it was saved, or is not wanted. */
    release,
    /**
     * Before leaving: goes on as another draft. Where nothing was changed about its reading, what was about that one's is
     * taken over.
     * @param name as in its start
     */
    moveTo: (name: string) => {
      release();
      keepInTab(keptName(name), choices.length > 0 ? now : { text, file });
    },
    canUndo: past.length > 0,
    /** Typed: earlier changes can no longer be undone, or what was typed since would go with them. */
    edit: (typed: string) => {
      dismiss();
      setState((state) => ({ now: edited(state.now, typed), past: [] }));
    },
    take: (chosen: MarkdownFile) =>
      change((before) => ({ ...before, text: chosen.text, file: chosen }), `Read ${chosen.name}`),
    choose,
    /** Only while the reading is of this very text: edits count its lines. */
    repair,
    undo,
    /** What an import is sent: bytes as they were as long as nobody edited the text. */
    body: () => ({ ...bytesOf(now, start), fileName, choices }),
  };
}

/** Whether this tab keeps a draft that is not saved. @param name as in its start */
export function isDraftKept(name: string): boolean {
  return keptInTab(keptName(name)) !== null;
}

function keptName(name: string): string {
  return `qd:import:${name}`;
}

/** Keeps what is not saved. @returns how to let go of it */
function useKeeping(name: string, now: Content, isChanged: boolean): () => void {
  const released = useRef(false);
  useEffect(() => {
    if (released.current) return;
    if (isChanged) keepInTab(name, now);
    else forgetInTab(name);
  }, [name, now, isChanged]);
  return useCallback(() => {
    released.current = true;
    forgetInTab(name);
  }, [name]);
}

function begin({ text, choices }: DraftStart): Content {
  return { text, file: null, base: { source: text, choices } };
}

function edited(content: Content, text: string): Content {
  return { ...content, text, file: content.file && { ...content.file, base64: null } };
}

function choicesOf({ text, base }: Content, reading: Reading | undefined): Choice[] {
  return base.source === text ? base.choices : (reading?.choices ?? base.choices);
}

function bytesOf({ text, file }: Content, start: DraftStart) {
  if (file?.base64) return { sourceBase64: file.base64 };
  return start.versionId && text === start.text ? { sourceOf: start.versionId } : { source: text };
}

/** What the import would make of the text, asked when the typing rests. */
function useReading(text: string, base: Content["base"], fileName: string | undefined) {
  const settled = useSettled(text, 250);
  const last = useRef<Reading | undefined>(undefined);
  const about = settled === base.source ? { choices: base.choices } : { before: base };
  const { data, error, isPlaceholderData } = useQuery<Reading, ApiError>({
    queryKey: runbookKeys.preview(settled, fileName, about),
    queryFn: async ({ signal }) => {
      const body = { source: settled, fileName, ...about };
      const read = await apiPost<PreviewDto>("/runbooks/previews", body, { signal });
      // What is as it was stays the same value, so that only sections that changed are drawn again.
      last.current = replaceEqualDeep(last.current, { ...read, source: settled }) as Reading;
      return last.current;
    },
    enabled: settled.trim() !== "",
    placeholderData: (before) => before,
    staleTime: Infinity,
    // Each holds a whole document.
    gcTime: 10_000,
  });
  const reading = text.trim() === "" ? undefined : data;
  return { reading, error, isSettled: settled === text && !isPlaceholderData && data !== undefined };
}
