import type { ReactNode } from "react";
import { cn } from "./cn";

export type StepState = "todo" | "in_progress" | "done" | "skipped" | "failed" | "blocked" | "not_applicable";

/** The words for the states of a step. */
export const STEP_WORDS: Record<StepState, string> = {
  todo: "To do",
  in_progress: "In progress",
  done: "Done",
  skipped: "Skipped",
  failed: "Failed",
  blocked: "Blocked",
  not_applicable: "Not applicable",
};

const COLOURS: Record<StepState, string> = {
  todo: "text-line-strong",
  in_progress: "text-act",
  done: "text-good",
  skipped: "text-ink-3",
  failed: "text-bad",
  blocked: "text-warn",
  not_applicable: "text-ink-3",
};

const frame = (
  <rect x="2" y="2" width="12" height="12" rx="3" fill="none" stroke="currentColor" strokeWidth="1.5" />
);
const block = <rect x="1.25" y="1.25" width="13.5" height="13.5" rx="3.5" fill="currentColor" />;

const SHAPES: Record<StepState, ReactNode> = {
  todo: frame,
  in_progress: (
    <>
      {frame}
      <path d="M8 4.5h2.5a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H8z" fill="currentColor" />
    </>
  ),
  done: (
    <>
      {block}
      <path
        d="m4.7 8.2 2.3 2.3 4.4-4.8"
        className="stroke-surface"
        fill="none"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  skipped: (
    <>
      <rect
        x="2"
        y="2"
        width="12"
        height="12"
        rx="3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.4 1.8"
      />
      <path
        d="m5.2 5.3 2.7 2.7-2.7 2.7M8.5 5.3 11.2 8l-2.7 2.7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
    </>
  ),
  failed: (
    <>
      {block}
      <path
        d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4"
        className="stroke-surface"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </>
  ),
  blocked: (
    <>
      {frame}
      <path d="M5 8h6" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
    </>
  ),
  not_applicable: (
    <>
      {frame}
      <path d="m5 11 6-6" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
};

interface StepIconProps {
  state: StepState;
  /** Its name, when another word fits better ("Met", "Waived"); "" when the state is said beside it. */
  label?: string;
  className?: string;
}

/** Seven states, seven shapes; the colour only repeats them. */
export function StepIcon({ state, label = STEP_WORDS[state], className }: StepIconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={cn("forced-fill block size-4 flex-none", COLOURS[state], className)}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {SHAPES[state]}
    </svg>
  );
}
