"use client";

import { memo, useEffect, useMemo, useRef, type FocusEvent, type PointerEvent } from "react";
import type { Choice } from "@/lib/runbooks/parse/choices";
import type { ParsedSection } from "@/lib/runbooks/parse/types";
import { lineOf } from "./changes.rules";
import type { LinkedBranch } from "./editing";
import { showLine, usePoint } from "./hot";
import { factLines } from "./line-marks.rules";
import { SectionView } from "./section-view";
import type { Choose, Reading } from "./use-draft";
import { SHORT } from "./use-near";

interface ResultPaneProps {
  reading: Reading;
  choices: readonly Choice[];
  /** Null for who may only look. */
  choose: Choose | null;
  onLink: (branch: LinkedBranch) => void;
}

/** What became of the document: sections of steps, decisions, notes, each with the menu that changes what it is. */
export const ResultPane = memo(function ResultPane({ reading, choices, choose, onLink }: ResultPaneProps) {
  const { parsed } = reading;
  const source = useMemo(() => reading.source.split(/\r\n|\n|\r/), [reading.source]);
  const facts = useMemo(() => [...factLines(parsed)], [parsed]);
  const titles = useTitles(parsed.sections);
  const point = usePoint();
  const pane = useRef<HTMLDivElement>(null);
  const focused = useRef<string | undefined>(undefined);

  // A piece that became something else is drawn anew: its menu keeps the focus.
  useEffect(() => {
    if (document.activeElement !== document.body || focused.current === undefined) return;
    const row = pane.current?.querySelector(`[data-line="${focused.current}"]`);
    row?.querySelector<HTMLElement>("[data-piece]")?.focus({ preventScroll: true });
  }, [parsed]);

  const pieceAt = (event: PointerEvent | FocusEvent) => {
    const found = (event.target as Element).closest<HTMLElement>("[data-line]");
    return found ? { start: Number(found.dataset.line), end: Number(found.dataset.end) } : null;
  };
  return (
    <div
      ref={pane}
      data-pane="result"
      role="region"
      aria-label="Result"
      tabIndex={0}
      onPointerOver={(event) => point(pieceAt(event))}
      onPointerLeave={() => point(null)}
      onFocus={(event) => {
        const piece = pieceAt(event);
        point(piece);
        focused.current = piece ? String(piece.start) : undefined;
        if (piece) showLine("source", piece.start);
      }}
      onBlur={() => point(null)}
      onClick={(event) => {
        const line = (event.target as Element).closest<HTMLElement>("[data-line]")?.dataset.line;
        if (line) showLine("source", Number(line));
      }}
      className="bg-surface focus-visible:outline-focus min-h-0 flex-1 overflow-y-auto px-2 pt-1 pb-6 -outline-offset-2 sm:px-4"
    >
      {parsed.sections.map((section) => {
        const { key, parentKey, lines } = section;
        const isHere = (line: number) => line >= lines.start && line <= lines.end;
        return (
          <SectionView
            key={key}
            {...{ section, source, titles, choose, onLink }}
            isShort={source.length < SHORT}
            above={parsed.sections.find((other) => other.key === parentKey && other.level > 1)?.title ?? null}
            decisions={parsed.decisions.filter(({ sectionKey }) => sectionKey === key)}
            charts={parsed.flowcharts.filter(({ sectionKey }) => sectionKey === key)}
            choices={choices.filter((choice) => isHere(lineOf(choice)))}
            facts={facts.filter(([line]) => isHere(line)).map(([line, word]) => `${line} ${word}`)}
          />
        );
      })}
    </div>
  );
});

/** The same map as long as the titles are the same. */
function useTitles(sections: readonly ParsedSection[]): ReadonlyMap<string, string> {
  const words = JSON.stringify(sections.map(({ key, title }) => [key, title]));
  return useMemo(() => new Map(JSON.parse(words) as [string, string][]), [words]);
}
