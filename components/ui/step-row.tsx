import type { MouseEvent, ReactNode } from "react";
import { cn } from "./cn";
import { STEP_WORDS, StepIcon, type StepState } from "./step-icon";

interface StepRowProps {
  id?: string;
  state: StepState;
  title: ReactNode;
  /** At the end: who and when. */
  meta?: ReactNode;
  /** Below: the reason, what came out, what it waits for. */
  note?: ReactNode;
  /** At the end, instead of or after `meta`: a small button. */
  action?: ReactNode;
  selected?: boolean;
  /** The whole row can be pressed. */
  onSelect?: () => void;
  /** The box can be pressed: what that does ("Tick", "Untick"), and doing it. Busy: just now no press is taken. */
  toggle?: { label: string; isBusy: boolean; run: (press: MouseEvent) => void };
  /** Nobody has to do it any more. */
  quiet?: boolean;
  /** How deep it stands under other steps: 0, 1, 2. */
  depth?: number;
}

/** One step of a checklist, as a list item. */
export function StepRow(props: StepRowProps) {
  const { id, state, title, meta, note, action, selected = false, onSelect, toggle, depth = 0 } = props;
  const over = props.quiet || state === "done" || state === "skipped" || state === "not_applicable";
  return (
    <li
      id={id}
      className={cn(
        "phone:min-h-11 phone:items-center relative grid grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-x-2 rounded-sm py-1.25 pr-2 pl-1.5",
        selected ? "bg-selected" : "hover:bg-hover",
      )}
      style={depth > 0 ? { marginLeft: `${depth * 20}px` } : undefined}
    >
      <StepBox state={state} toggle={toggle} />
      <span className={cn("min-w-0 break-words", over && "text-ink-2")}>
        {onSelect ? (
          <button
            type="button"
            onClick={onSelect}
            aria-current={selected ? "step" : undefined}
            className="text-left after:absolute after:inset-0"
          >
            {title}
          </button>
        ) : (
          title
        )}
      </span>
      <span className="flex items-center gap-1.5">
        {meta && (
          <span className={cn("meta leading-4.5 tabular-nums", selected && "text-ink-2")}>{meta}</span>
        )}
        {action && <span className="relative -my-0.75">{action}</span>}
      </span>
      {note && (
        <span
          className={cn(
            "meta phone:col-span-2 phone:col-start-2 col-start-2 break-words",
            selected && "text-ink-2",
          )}
        >
          {note}
        </span>
      )}
    </li>
  );
}

function StepBox({ state, toggle }: Pick<StepRowProps, "state" | "toggle">) {
  if (!toggle) return <StepIcon state={state} className="mt-px" />;
  return (
    <button
      type="button"
      onClick={toggle.run}
      aria-disabled={toggle.isBusy || undefined}
      aria-label={`${toggle.label}: ${STEP_WORDS[state]}`}
      title={toggle.label}
      className="phone:-m-3 phone:size-11 relative z-1 -m-1 grid size-6 place-items-center rounded-sm"
    >
      <StepIcon state={state} label="" />
    </button>
  );
}
