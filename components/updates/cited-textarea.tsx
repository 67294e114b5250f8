"use client";

import type { ComponentProps } from "react";
import { Cite } from "@/components/ui/cite";
import { cn } from "@/components/ui/cn";
import { useFieldAttributes } from "@/components/ui/field-context";
import { controlClass } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { DraftLine } from "@/lib/updates/draft-body.rules";

interface CitedTextareaProps extends Omit<ComponentProps<"textarea">, "value" | "onChange"> {
  lines: readonly DraftLine[];
  /** The text as it is shown; its lines are `lines`. */
  value: string;
  onValueChange: (text: string) => void;
  /** Where an entry stands. */
  hrefOf: (seq: number) => string;
}

/** So many sources are named beside a line; the others are counted. */
const NAMED = 2;
/** What the sources take from the width of the text: none, one, two, two and a count. */
const ROOM = ["pr-2.5", "pr-15", "pr-26", "pr-32"];

/** A plain text area that grows with its text, with the sources of each line at its right edge. */
export function CitedTextarea(props: CitedTextareaProps) {
  const { lines, value, onValueChange, hrefOf, className, readOnly = false, ...rest } = props;
  const field = useFieldAttributes();
  // What is typed before the page can hold it would be gone.
  const hydrated = useHydrated();
  const shown = lines.length > 0 ? lines : [{ text: "", seqs: [] }];
  const room = ROOM[Math.min(NAMED + 1, Math.max(...shown.map(({ seqs }) => seqs.length)))];
  // One column of the width there is, not of its longest word. A copy of the text in the same grid cell gives the height, and its lines carry the sources.
  return (
    <div className={cn("grid grid-cols-1", className)}>
      <textarea
        rows={1}
        {...field}
        {...rest}
        value={value}
        readOnly={readOnly || !hydrated}
        onChange={(event) => onValueChange(event.target.value)}
        className={cn(
          controlClass,
          "col-start-1 row-start-1 h-full resize-none overflow-hidden py-1.5 pl-2.5 leading-[23px]",
          readOnly && "bg-sunken",
          room,
        )}
      />
      <div className="phone:text-lg phone:leading-[23px] pointer-events-none z-1 col-start-1 row-start-1 min-h-9.5 border border-transparent py-1.5 pl-2.5 text-base leading-[23px]">
        {shown.map((line, index) => (
          <div key={index} className={cn("relative min-h-[23px]", room)}>
            <span aria-hidden className="invisible break-words whitespace-pre-wrap">
              {line.text}
            </span>
            <span className="pointer-events-auto absolute top-0 right-2.5 flex h-[23px] items-center gap-1">
              <Sources seqs={line.seqs} hrefOf={hrefOf} />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

function Sources({ seqs, hrefOf }: { seqs: readonly number[]; hrefOf: (seq: number) => string }) {
  const more = seqs.slice(NAMED);
  return (
    <>
      {seqs.slice(0, NAMED).map((seq) => (
        <Cite key={seq} seq={seq} href={hrefOf(seq)} />
      ))}
      {more.length > 0 && (
        <span className="meta" title={more.map((seq) => `#${seq}`).join(" ")}>
          +{more.length}
        </span>
      )}
    </>
  );
}
