"use client";

import { useMemo, useRef, useState, type DragEvent, type RefObject } from "react";
import { flushSync } from "react-dom";
import { messageOf } from "@/components/api/fetch";
import { useKeys } from "@/components/shell/keys";
import { Banner } from "@/components/ui/banner";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SkeletonRows } from "@/components/ui/skeleton";
import { readMarkdownFile } from "../read-file";
import { CountsBar } from "./counts-bar";
import type { LinkedBranch } from "./editing";
import { FileButton } from "./file-button";
import { findingRows, type OfferedBranch } from "./finding-rows.rules";
import { FindingsPane } from "./findings-pane";
import { HotProvider } from "./hot";
import { LinkAllDialog } from "./link-all-dialog";
import { LinkDialog } from "./link-dialog";
import { ResultPane } from "./result-pane";
import { SourceEditor } from "./source-editor";
import { SourcePane } from "./source-pane";
import { SplitDialog } from "./split-dialog";
import type { Draft } from "./use-draft";

interface PreviewPanesProps {
  draft: Draft;
  /** A document that looks like an index can be taken apart: only while it is no runbook yet. */
  canSplit?: boolean;
  /** The text is changed elsewhere: only how it is read can be changed here. */
  isFixed?: boolean;
}

type Pane = "source" | "result" | "findings";

/**
 * A document and what becomes of it, side by side, on a phone one after the other. What is pointed at in one pane is
 * marked in the other; each piece of the result has a menu that changes what it is.
 */
export function PreviewPanes({ draft, canSplit = false, isFixed = false }: PreviewPanesProps) {
  const [mode, setMode] = useState<Mode>(draft.text === "" ? "text" : "lines");
  const [pane, setPane] = useState<Pane>(draft.text === "" ? "source" : "result");
  const [problem, setProblem] = useState<string | null>(null);
  const [linked, setLinked] = useState<LinkedBranch | null>(null);
  const [offered, setOffered] = useState<OfferedBranch[] | null>(null);
  const [splitting, setSplitting] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const { reading, choices, choose, isBehind, canUndo, undo } = draft;
  usePaneKeys(canUndo, undo);

  const findings = useMemo(() => (reading ? findingRows(reading.parsed, choices) : []), [reading, choices]);
  const count = findings.length + (reading?.lost.length ?? 0);

  function showLines() {
    flushSync(() => {
      setMode("lines");
      setPane("result");
    });
    // What had the focus is gone: it goes to the switch above, not back to the beginning of the page.
    bar.current?.querySelector<HTMLInputElement>("input:checked")?.focus();
  }

  async function take(file: File | undefined) {
    if (!file || isFixed) return;
    try {
      draft.take(await readMarkdownFile(file));
      setProblem(null);
      showLines();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "The file could not be read.");
    }
  }

  const isEmpty = draft.text.trim() === "";
  const trouble = problem ?? (draft.error && !isEmpty ? messageOf(draft.error) : null);
  return (
    <HotProvider>
      <div
        className="flex min-h-0 flex-1 flex-col"
        onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
        onDrop={(event) => {
          if (!holdsFiles(event)) return;
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
      >
        {trouble && <Banner tone="bad" title={trouble} className="m-2" />}
        {reading && <CountsBar {...{ reading, isBehind }} />}
        {reading && (
          <div className="border-line border-b px-4 py-1.5 lg:hidden">
            <SegmentedControl
              name="pane"
              label="Show"
              value={pane}
              onValueChange={setPane}
              options={[
                { value: "source", label: "Source" },
                { value: "result", label: "Result" },
                { value: "findings", label: `Findings ${count}` },
              ]}
            />
          </div>
        )}
        <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] lg:grid-cols-[minmax(0,37fr)_minmax(0,63fr)]">
          <div
            className={cn(
              "border-line flex min-h-0 min-w-0 flex-col lg:border-r",
              reading && pane !== "source" && "max-lg:hidden",
            )}
          >
            {isFixed ? (
              <p className="border-line meta flex min-h-9 items-center border-b px-3">
                The text is kept in its folder, and changed there.
              </p>
            ) : (
              <SourceBar {...{ bar, isEmpty, mode }} onMode={setMode} onFile={(file) => void take(file)} />
            )}
            {mode === "text" || isEmpty ? (
              <SourceEditor
                text={draft.text}
                onEdit={(text) => (setMode("text"), draft.edit(text))}
                onPasted={showLines}
              />
            ) : reading ? (
              <SourcePane source={reading.source} parsed={reading.parsed} isNew={canSplit} />
            ) : (
              <SkeletonRows rows={12} />
            )}
          </div>
          <div
            className={cn("flex min-h-0 min-w-0 flex-col", reading && pane === "source" && "max-lg:hidden")}
          >
            {reading ? (
              <>
                <div className={cn("flex min-h-0 flex-1 flex-col", pane === "findings" && "max-lg:hidden")}>
                  <ResultPane {...{ reading, choices, choose }} onLink={setLinked} />
                </div>
                <FindingsPane
                  className={cn("lg:max-h-[34%]", pane !== "findings" && "max-lg:hidden")}
                  rows={findings}
                  choose={choose}
                  lost={reading.lost}
                  repair={isBehind || isFixed ? undefined : draft.repair}
                  onLinkAll={setOffered}
                  onSplit={canSplit ? () => setSplitting(true) : undefined}
                />
                {linked && (
                  <LinkDialog
                    branch={linked}
                    parsed={reading.parsed}
                    choose={choose}
                    onClose={() => setLinked(null)}
                  />
                )}
                {offered && (
                  <LinkAllDialog
                    branches={offered}
                    parsed={reading.parsed}
                    choose={choose}
                    onClose={() => setOffered(null)}
                  />
                )}
                {canSplit && (
                  <SplitDialog
                    open={splitting}
                    source={reading.source}
                    parsed={reading.parsed}
                    onClose={() => setSplitting(false)}
                    onSaved={draft.release}
                  />
                )}
              </>
            ) : isEmpty ? (
              <EmptyState
                className="m-auto"
                title="What will become of it"
                text="Sections, steps, decisions and exit criteria show here, beside the lines that they come from. Nothing is saved before you have seen it, and each guess can be changed."
              />
            ) : (
              <SkeletonRows rows={12} />
            )}
          </div>
        </div>
      </div>
    </HotProvider>
  );
}

/** Words that are dragged go where they are dropped. */
function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes("Files");
}

type Mode = "lines" | "text";

interface SourceBarProps {
  bar: RefObject<HTMLDivElement | null>;
  isEmpty: boolean;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onFile: (file: File) => void;
}

/** Above the source: its lines or its text, and another file in its place. */
function SourceBar({ bar, isEmpty, mode, onMode, onFile }: SourceBarProps) {
  return (
    <div ref={bar} className="border-line flex min-h-9 flex-wrap items-center gap-2 border-b px-3 py-1">
      {isEmpty ? (
        <span className="font-medium">Paste Markdown, drop a file, or</span>
      ) : (
        <SegmentedControl
          name="source-as"
          label="Source as"
          value={mode}
          onValueChange={onMode}
          options={[
            { value: "lines", label: "Lines" },
            { value: "text", label: "Edit" },
          ]}
        />
      )}
      <FileButton label={isEmpty ? "Choose a file…" : "Another file…"} onFile={onFile} />
    </div>
  );
}

function usePaneKeys(canUndo: boolean, undo: () => void) {
  const bindings = useMemo(
    () => [
      { keys: "j", label: "Next piece", group: "Preview", run: () => move(1) },
      { keys: "k", label: "Piece before", group: "Preview", run: () => move(-1) },
      { keys: "z", label: "Undo the last change", group: "Preview", run: undo, off: !canUndo },
    ],
    [canUndo, undo],
  );
  useKeys("preview", bindings);
}

/** From menu to menu of the result, which opens with Enter. */
function move(by: number) {
  const menus = [...document.querySelectorAll<HTMLElement>('[data-pane="result"] [data-piece]')];
  const at = menus.findIndex((menu) => menu === document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : menus.length - 1) : Math.min(Math.max(at + by, 0), menus.length - 1);
  menus[next]?.focus();
}
