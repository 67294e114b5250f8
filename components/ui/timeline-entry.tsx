import type { ReactNode } from "react";
import { formatExact, formatTime, formatTimeWithZone } from "@/lib/kernel/clock-times";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icons";

interface TimelineEntryProps {
  /** Its number in the incident; also its anchor, `#entry-58`. */
  seq: number;
  /** When it happened, milliseconds since 1970. */
  at: number;
  timeZone: string;
  icon: IconName;
  /** Words that somebody wrote. */
  quote?: ReactNode;
  /** When it was written down, for an entry that was dated back. */
  enteredAt?: number;
  /** What it said before it was corrected. */
  earlier?: ReactNode;
  pinned?: boolean;
  /** The one that a link led to. */
  selected?: boolean;
  /** In the place of the plain number, such as a menu that opens from it. */
  number?: ReactNode;
  /** The sentence, with `Who` and `What` in it. */
  children: ReactNode;
}

/** One entry of the timeline, as a list item. Says who did what, and when. */
export function TimelineEntry(props: TimelineEntryProps) {
  const { seq, at, timeZone, icon, quote, enteredAt, earlier, pinned, selected, number, children } = props;
  return (
    <li
      id={`entry-${seq}`}
      className={cn(
        "group/entry text-ink-2 target:bg-selected relative grid scroll-mt-12 grid-cols-[36px_16px_minmax(0,1fr)_auto] gap-x-1.5 py-1 pr-3.5 pl-4",
        selected && "bg-selected",
      )}
    >
      <time
        dateTime={new Date(at).toISOString()}
        title={formatExact(at, timeZone)}
        className="text-ink-3 text-xs/4.5 tabular-nums"
      >
        {formatTime(at, timeZone)}
      </time>
      <span className="text-ink-3 grid h-4.5 place-items-center">
        <Icon name={icon} size="sm" />
      </span>
      <span
        aria-hidden
        className="bg-line absolute top-6.5 -bottom-0.5 left-[65.5px] w-px group-last/entry:hidden"
      />
      <div className="min-w-0 break-words">
        {children}
        {quote && <div className="border-card mt-0.75 border-l-2 pl-2 whitespace-pre-line">{quote}</div>}
        {enteredAt !== undefined && (
          <span className="meta block tabular-nums">
            written down {formatTimeWithZone(enteredAt, timeZone)}
          </span>
        )}
        {earlier}
      </div>
      <span className="text-2xs/4.5 text-ink-3 flex items-start gap-1 tabular-nums">
        {pinned && <Icon name="pin" size="xs" label="Pinned" className="text-ink mt-0.75" />}
        {number ?? <span>#{seq}</span>}
      </span>
    </li>
  );
}

/** The list around entries; an ordered one, for its order means something. */
export function TimelineList({ label, children }: { label: string; children: ReactNode }) {
  return <ol aria-label={label}>{children}</ol>;
}

/** The person or thing that acted, within an entry's sentence. */
export function Who({ children }: { children: ReactNode }) {
  return <span className="text-ink font-semibold">{children}</span>;
}

/** What it was done to, within an entry's sentence. */
export function What({ children }: { children: ReactNode }) {
  return <span className="text-ink">{children}</span>;
}
