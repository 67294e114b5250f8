import type { ReactNode } from "react";
import { cn } from "./cn";
import { StepIcon } from "./step-icon";

interface GateRowProps {
  state: "open" | "met" | "waived";
  /** The criterion. */
  text: ReactNode;
  /** Below: what is known so far; for a met one how, for a waived one by whom and why. */
  note?: ReactNode;
  /** When it was met or waived, as text: `03:01`. */
  when?: string;
  action?: ReactNode;
}

const LOOKS = {
  open: { shape: "todo", label: "Open" },
  met: { shape: "done", label: "Met" },
  waived: { shape: "skipped", label: "Waived" },
} as const;

/** One exit criterion, as a list item. */
export function GateRow({ state, text, note, when, action }: GateRowProps) {
  const { shape, label } = LOOKS[state];
  return (
    <li className="phone:py-2 grid grid-cols-[18px_minmax(0,1fr)_auto] items-start gap-x-2 px-4 py-1">
      <StepIcon state={shape} label={label} className="mt-px" />
      <span className={cn("min-w-0 break-words", state === "open" ? "font-medium" : "text-ink-2")}>
        {text}
      </span>
      <span className="flex items-center gap-1.5">
        {state === "waived" && <span className="meta">waived</span>}
        {when && <span className="meta leading-4.5 tabular-nums">{when}</span>}
        {action}
      </span>
      {note && <span className="meta col-span-2 col-start-2 break-words">{note}</span>}
    </li>
  );
}
