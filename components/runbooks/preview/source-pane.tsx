"use client";

import { memo, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { LineRange, ParsedRunbook } from "@/lib/runbooks/parse/types";
import { showLine, useIsHot, usePoint } from "./hot";
import { lineMarks, type LineMark } from "./line-marks.rules";
import { SHORT, useNear } from "./use-near";

interface SourcePaneProps {
  source: string;
  parsed: ParsedRunbook;
  /** It is no runbook yet. */
  isNew: boolean;
}

/** The Markdown with line numbers and what each line became. Arrow keys go from piece to piece. */
export const SourcePane = memo(function SourcePane({ source, parsed, isNew }: SourcePaneProps) {
  const lines = useMemo(() => source.split(/\r\n|\n|\r/), [source]);
  const marks = useMemo(() => lineMarks(parsed, lines, isNew), [parsed, lines, isNew]);
  const pieces = useMemo(() => piecesOf(marks), [marks]);
  const stretches = useMemo(() => stretchesOf(parsed, lines.length), [parsed, lines]);
  const at = useRef(-1);
  const [said, setSaid] = useState("");
  const point = usePoint();

  function go(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.target !== event.currentTarget) return;
    event.preventDefault();
    at.current = Math.min(Math.max(at.current + by, 0), pieces.length - 1);
    const piece = pieces[at.current];
    if (!piece) return;
    point(piece);
    showLine("source", piece.start);
    showLine("result", piece.start);
    setSaid(
      `Line ${piece.start}, ${marks[piece.start - 1]?.word ?? "text"}: ${lines[piece.start - 1]?.trim()}`,
    );
  }

  const pieceAt = (event: PointerEvent | React.MouseEvent) => {
    const line = (event.target as Element).closest<HTMLElement>("[data-line]")?.dataset.line;
    return line ? (marks[Number(line) - 1]?.piece ?? null) : null;
  };

  return (
    <div
      data-pane="source"
      role="region"
      aria-label="Markdown source"
      tabIndex={0}
      onKeyDown={go}
      onBlur={() => point(null)}
      onPointerOver={(event) => point(pieceAt(event))}
      onPointerLeave={() => point(null)}
      onClick={(event) => {
        const piece = pieceAt(event);
        if (piece) showLine("result", piece.start);
      }}
      className="bg-sunken focus-visible:outline-focus min-h-0 flex-1 overflow-y-auto py-1 -outline-offset-2"
    >
      <span role="status" className="sr-only">
        {said}
      </span>
      {stretches.map((stretch) => (
        <Stretch key={stretch.start} {...stretch} lines={lines} marks={marks} />
      ))}
    </div>
  );
});

interface Part extends LineRange {
  /** "" for what stands above the first heading. */
  title: string;
}

interface StretchProps extends Part {
  lines: string[];
  marks: LineMark[];
}

/** Lines are 17 px high: what is not drawn yet takes its room. */
const LINE_HEIGHT = 17;

/** A section's lines, which can be folded to one. */
function Stretch({ title, start, end, lines, marks }: StretchProps) {
  const [folded, setFolded] = useState(false);
  const [near, watch] = useNear(lines.length < SHORT);
  const count = end - start + 1;
  const drawn = !near ? 0 : folded ? 1 : count;
  const own = Array.from({ length: drawn }, (_, index) => start + index);
  return (
    <div
      ref={watch}
      data-from={start}
      data-to={end}
      style={near ? undefined : { height: `${count * LINE_HEIGHT}px` }}
    >
      {own.map((line, index) => (
        <Line
          key={line}
          line={line}
          text={lines[line - 1] ?? ""}
          tone={marks[line - 1]?.tone ?? "plain"}
          word={marks[line - 1]?.word ?? null}
        >
          {index === 0 && title !== "" && count > 1 && (
            <button
              type="button"
              aria-expanded={!folded}
              aria-label={`${title}, ${count} lines`}
              title={folded ? "Unfold this section" : "Fold this section"}
              onClick={(event) => {
                event.stopPropagation();
                setFolded(!folded);
              }}
              className="text-ink-3 hover:bg-hover text-2xs flex h-6 min-w-6 items-center justify-center gap-1 rounded-xs font-sans"
            >
              {folded && <span className="pl-1">{count} lines</span>}
              <Icon name={folded ? "chevron-right" : "chevron-down"} size="xs" />
            </button>
          )}
        </Line>
      ))}
    </div>
  );
}

interface LineProps extends Pick<LineMark, "tone" | "word"> {
  line: number;
  text: string;
  children: React.ReactNode;
}

const Line = memo(function Line({ line, text, tone, word, children }: LineProps) {
  const hot = useIsHot(line);
  return (
    <div
      data-line={line}
      data-hot={hot || undefined}
      className={cn(
        "grid min-h-[17px] scroll-my-20 grid-cols-[40px_4px_minmax(0,1fr)_auto_auto] items-center gap-x-2 pr-1.5 font-mono text-xs/[17px]",
        tone === "heading" && "font-bold",
        hot && "bg-selected",
      )}
    >
      <span className="text-ink-3 text-2xs/[17px] text-right tabular-nums">{line}</span>
      <span aria-hidden className={cn("h-full", BARS[tone])} />
      <span className="truncate whitespace-pre" title={text.length > 50 ? text : undefined}>
        {text}
      </span>
      {word && <span className="text-ink-3 text-2xs/[17px] font-sans font-medium">{word}</span>}
      {children}
    </div>
  );
});

const BARS: Record<LineMark["tone"], string> = {
  heading: "",
  plain: "",
  step: "bg-act",
  decision: "bg-warn-line",
  note: "bg-line-strong",
};

function piecesOf(marks: readonly LineMark[]): LineRange[] {
  return marks.flatMap(({ piece }, index) => (piece?.start === index + 1 ? [piece] : []));
}

function stretchesOf({ sections }: ParsedRunbook, count: number): Part[] {
  const parts = sections.map(({ title, lines }) => ({ title, ...lines }));
  const [first] = parts;
  const above = (first?.start ?? count + 1) - 1;
  return above > 0 ? [{ title: "", start: 1, end: above }, ...parts] : parts;
}
