import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import { ProgressBar } from "./progress-bar";

interface SectionRowProps {
  title: string;
  /** It is the heading of several, under this id: quieter, without a bar. */
  headingId?: string;
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

/** The head of a checklist section, or of a runbook's sections: opens and closes what is below, and says how far it is. */
export function SectionRow(props: SectionRowProps) {
  const { title, headingId, note, done, skipped = 0, total, open, onToggle, controls, action } = props;
  const button = (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
      className="hover:bg-hover phone:h-12 flex h-8 w-full min-w-0 flex-1 items-center gap-2 rounded-sm pr-2 pl-1 text-left"
    >
      <Icon name={open ? "chevron-down" : "chevron-right"} size="sm" className="text-ink-3" />
      <span className={cn("min-w-0 truncate font-semibold", headingId && "text-ink-2")}>{title}</span>
      <span className="meta min-w-0 flex-1 truncate">{note}</span>
      {!headingId && <ProgressBar done={done} skipped={skipped} total={total} className="phone:w-12 w-18" />}
      <span className="meta min-w-6.5 text-right whitespace-nowrap tabular-nums">
        {done + skipped} / {total}
      </span>
    </button>
  );
  return (
    <div className="flex items-center gap-1">
      {headingId ? (
        <h3 id={headingId} className="min-w-0 flex-1 font-normal">
          {button}
        </h3>
      ) : (
        button
      )}
      {action}
    </div>
  );
}
