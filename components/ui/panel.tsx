import type { ReactNode } from "react";
import { cn } from "./cn";

interface PanelHeadProps {
  title: ReactNode;
  /** Beside the title: `61`, `2 of 4 met`. */
  count?: ReactNode;
  /** Quieter, cut off when there is no room. */
  note?: ReactNode;
  id?: string;
  /** Less room at the sides, inside a column that has its own. */
  tight?: boolean;
  className?: string;
  /** At the end: small quiet buttons. */
  children?: ReactNode;
}

/** The line above a panel: what it holds and how many. */
export function PanelHead({ title, count, note, id, tight = false, className, children }: PanelHeadProps) {
  return (
    <div
      className={cn(
        "phone:h-12 flex h-9 flex-none items-center gap-2",
        tight ? "pr-3 pl-2" : "px-4",
        className,
      )}
    >
      <h2 id={id} className="font-semibold whitespace-nowrap">
        {title}
      </h2>
      {count !== undefined && <span className="text-ink-3 whitespace-nowrap tabular-nums">{count}</span>}
      {note && <span className="meta min-w-0 truncate">{note}</span>}
      {children && <div className="-mr-2 ml-auto flex items-center gap-1">{children}</div>}
    </div>
  );
}

/** A hairline between panels. */
export function Rule({ className }: { className?: string }) {
  return <hr className={cn("bg-line h-px border-0", className)} />;
}
