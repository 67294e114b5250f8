import type { ReactNode } from "react";
import { Icon } from "./icon";
import { ProgressBar } from "./progress-bar";

interface SectionRowProps {
  title: string;
  note?: ReactNode;
  done: number;
  skipped?: number;
  total: number;
  open: boolean;
  onToggle: () => void;
  /** The id of what it opens. */
  controls: string;
  /** A menu or button at the end. */
  action?: ReactNode;
}

/** The head of a checklist section: opens and closes its steps, and says how far it is. */
export function SectionRow(props: SectionRowProps) {
  const { title, note, done, skipped = 0, total, open, onToggle, controls, action } = props;
  return (
    <div className="flex items-center gap-1">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={controls}
        onClick={onToggle}
        className="hover:bg-hover phone:h-12 flex h-8 min-w-0 flex-1 items-center gap-2 rounded-sm pr-2 pl-1 text-left"
      >
        <Icon name={open ? "chevron-down" : "chevron-right"} size="sm" className="text-ink-3" />
        <span className="min-w-0 truncate font-semibold">{title}</span>
        <span className="meta min-w-0 flex-1 truncate">{note}</span>
        <ProgressBar done={done} skipped={skipped} total={total} className="phone:w-12 w-18" />
        <span className="meta min-w-6.5 text-right whitespace-nowrap tabular-nums">
          {done} / {total}
        </span>
      </button>
      {action}
    </div>
  );
}
