"use client";

import { useEffect, useRef, type RefObject } from "react";
import { messageOf } from "@/components/api/fetch";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelHead } from "@/components/ui/panel";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { editStep, type StepEdit } from "@/lib/runbooks/edit/step-edits.rules";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { chosenRole } from "../preview/changes.rules";
import { countsOf } from "../preview/counts.rules";
import { leftOut } from "../preview/head-words.rules";
import type { Frame } from "../reading/framed";
import { Findings, ParsedView } from "../reading/parsed-view";
import { EditablePiece } from "./editable-piece";
import { useKinds } from "./use-kinds";
import type { Preview } from "./use-preview";
import type { RunbookText } from "./use-runbook-text";

interface ChecklistPaneProps {
  text: RunbookText;
  preview: Preview;
  /** What was changed about the reading so far is known, and can be changed further. */
  mayChoose: boolean;
  /** Marks lines in the text field. */
  onShow: (lines: { start: number; end: number }) => void;
}

/** What the text becomes, with small changes of each piece that are written back into it. */
export function ChecklistPane({ text, preview, mayChoose, onShow }: ChecklistPaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  const { data, outline, error, isOfNow } = preview;
  const focusLater = useFocusLater(pane, data, isOfNow);
  const makeKind = useKinds(text, preview, focusLater);

  function edit(key: string, change: StepEdit, said: string): boolean {
    // A moment after typing the lines may be others than those that were read.
    const changed = outline && isOfNow ? editStep(outline, key, change) : null;
    if (changed) {
      text.replace(changed.source, said);
      focusLater(changed.line);
    } else if (isOfNow) toast.failed("This step cannot be changed so. Change it in the Markdown.");
    else toast.failed("The text is still being read. Try again.");
    return changed !== null;
  }

  if (text.draft.source.trim() === "")
    return (
      <EmptyState
        title="Nothing to read yet"
        text="Sections, steps and exit criteria show here as you type."
      />
    );
  if (error) return <Banner tone="bad" className="m-4" title={messageOf(error)} />;
  if (!data || !outline) return <SkeletonRows rows={8} />;
  const { parsed, lost, choices } = data;
  const frame: Frame = (piece, content) => (
    <EditablePiece
      piece={piece}
      outline={outline}
      isChosen={chosenRole(choices, piece.lines.start) !== null}
      onEdit={(change, said) => piece.step !== null && edit(piece.step.key, change, said)}
      onKind={mayChoose ? (as, words) => void makeKind(piece, as, words) : null}
      onShow={() => onShow(piece.lines)}
    >
      {content}
    </EditablePiece>
  );
  return (
    <div ref={pane} className="p-4">
      <h2 className="text-lg font-semibold">{parsed.title}</h2>
      <p className="meta mb-3" role="status">
        {isOfNow ? inOneLine(parsed) : "Reading…"}
      </p>
      {lost.length > 0 && (
        <Banner tone="warn" className="mb-3" title={`${lost.length} corrected lines changed.`}>
          What was corrected about their reading does not fit any more.
        </Banner>
      )}
      {parsed.findings.length > 0 && (
        <details className="mb-4">
          <summary className="phone:min-h-11 cursor-pointer">
            <PanelHead title="Findings" count={parsed.findings.length} className="inline-flex h-auto! px-0" />
          </summary>
          <Findings findings={parsed.findings} />
        </details>
      )}
      <ParsedView parsed={parsed} frame={frame} />
    </div>
  );
}

/** After a change the text is read anew: the focus goes to the piece that was meant, wherever it is then. */
function useFocusLater(pane: RefObject<HTMLDivElement | null>, read: unknown, isOfNow: boolean) {
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null || !isOfNow) return;
    pane.current?.querySelector<HTMLElement>(`[data-menu-of="${wanted.current}"] button`)?.focus();
    wanted.current = null;
  }, [pane, read, isOfNow]);
  return (line: number) => {
    wanted.current = line;
  };
}

function inOneLine(parsed: ParsedRunbook): string {
  const { accounted, total } = parsed.lines;
  const notImported = leftOut(parsed);
  const counts = countsOf(parsed).map((count) => count.join(" "));
  const left = notImported > 0 ? `, ${notImported} not imported` : "";
  return `${counts.join(", ") || "No steps"}; ${accounted} of ${total} lines accounted for${left}`;
}
