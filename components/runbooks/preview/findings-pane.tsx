"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { PanelHead } from "@/components/ui/panel";
import type { PreviewDto } from "@/lib/runbooks/dto";
import { withChart, withRole, without } from "./changes.rules";
import { linesInWords, type FindingAction, type FindingRow, type OfferedBranch } from "./finding-rows.rules";
import { showLine, usePoint } from "./hot";
import type { Choose, Draft } from "./use-draft";

interface FindingsPaneProps {
  rows: FindingRow[];
  /** Absent for who may only look. */
  choose?: Choose | undefined;
  /** Choices about an earlier text that fit nothing in this one. */
  lost: PreviewDto["lost"];
  /** Absent while the text is ahead of what was read: then nothing can be repaired. */
  repair?: Draft["repair"] | undefined;
  onLinkAll: (branches: OfferedBranch[]) => void;
  /** Absent where a document cannot be taken apart. */
  onSplit?: (() => void) | undefined;
  className?: string;
}

/** What the import noticed, and what can be done about it. Nothing is done unasked. */
export function FindingsPane(props: FindingsPaneProps) {
  const { rows: all, choose, lost, repair, onLinkAll, onSplit, className } = props;
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLSpanElement>(null);
  const rows = [...lost.map(rowOfLost), ...all].filter(({ id }) => !dismissed.has(id));
  return (
    <section
      aria-label="Findings"
      className={cn("bg-canvas border-line flex min-h-0 flex-col border-t", className)}
    >
      <PanelHead
        title={
          <span ref={heading} tabIndex={-1}>
            Findings
          </span>
        }
        count={countInWords(rows.length)}
      />
      <ul tabIndex={0} aria-label="Findings" className="min-h-0 overflow-y-auto pb-2">
        {rows.map((row) => {
          const label = labelOf(row.action);
          return (
            <Row key={row.id} row={row}>
              {label && (
                <Button
                  size="sm"
                  variant={row.action?.kind === "dismiss" ? "quiet" : undefined}
                  onClick={({ currentTarget }) => {
                    if (isGoneThen(row.action)) focusNext(currentTarget);
                    act(row);
                  }}
                >
                  {label}
                </Button>
              )}
            </Row>
          );
        })}
      </ul>
    </section>
  );

  /** The finding that the focus is on goes: to the next one, or that before it, or the title when none is left. */
  function focusNext(button: HTMLElement) {
    const own = button.closest("li");
    const next = own?.nextElementSibling ?? own?.previousElementSibling ?? heading.current;
    if (next instanceof HTMLElement) next.focus();
  }

  function labelOf(action: FindingAction | null): string | null {
    if (!action) return null;
    if (action.kind === "dismiss") return "Fine";
    if (action.kind === "split") return onSplit ? "As several…" : null;
    if (!choose) return null;
    if (action.kind === "repair") return repair ? (action.edits.length > 1 ? "Repair all" : "Repair") : null;
    if (action.kind === "needAll") return action.count === 2 ? "Need both" : "Need all";
    return { link: "Link them…", hideChart: "Hide chart", forget: "Forget it" }[action.kind];
  }

  function act({ id, action, lines }: FindingRow) {
    switch (action?.kind) {
      case "dismiss":
        return setDismissed((before) => new Set([...before, id]));
      case "split":
        return onSplit?.();
      case "link":
        return onLinkAll(action.branches);
      case "repair":
        return repair?.(
          action.edits,
          `Repaired ${lines.length === 1 ? `line ${lines[0]}` : `${lines.length} places`}`,
        );
      case "needAll":
        return choose?.(
          (before) => withRole(before, action.line, "sequence"),
          `Line ${action.line}: all are needed`,
        );
      case "hideChart":
        return choose?.(
          (before) => withChart(before, action.line, true),
          `Chart on line ${action.line}: kept as code`,
        );
      case "forget":
        return choose?.(
          (before) => without(before, action.line),
          `Line ${action.line}: as the rules read it`,
        );
    }
  }
}

/** Whether the finding is not there any more once that is done; what asks first gives the focus back itself. */
function isGoneThen(action: FindingAction | null): boolean {
  return action !== null && action.kind !== "link" && action.kind !== "split";
}

function rowOfLost({ choice, text }: PreviewDto["lost"][number]): FindingRow {
  const more = choice.kind === "link" ? ": its answer is not linked" : "";
  return {
    ...{ id: `lost ${JSON.stringify(choice)}`, icon: "undo", lines: [], isWarning: true },
    action: { kind: "dismiss" },
    text: `What was changed for “${text}” fits nothing any more${more}.`,
  };
}

function Row({ row, children }: { row: FindingRow; children?: React.ReactNode }) {
  const point = usePoint();
  const [line] = row.lines;
  const words = linesInWords(row.lines);
  return (
    <li
      tabIndex={-1}
      className="phone:py-1 grid min-h-8 grid-cols-[16px_52px_minmax(0,1fr)_auto] items-center gap-x-2 px-4 py-0.5"
    >
      <Icon
        name={row.isWarning ? "incident" : row.icon}
        size="sm"
        className={row.isWarning ? "text-warn" : "text-ink-2"}
        label={row.isWarning ? "Warning" : undefined}
      />
      {line === undefined ? (
        <span />
      ) : (
        <button
          type="button"
          aria-label={`Show line ${words}`}
          className="meta hover:text-ink phone:min-h-11 min-h-6 text-left tabular-nums underline-offset-2 hover:underline"
          onClick={() => {
            point({ start: line, end: line });
            showLine("source", line);
            showLine("result", line);
          }}
        >
          {words}
        </button>
      )}
      <span className="min-w-0 break-words">{row.text}</span>
      {children}
    </li>
  );
}

function countInWords(count: number): string {
  return count === 0 ? "none" : `${count}, none stops the import`;
}
