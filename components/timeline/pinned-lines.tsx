"use client";

import { Icon } from "@/components/ui/icon";
import { formatTime } from "@/lib/kernel/clock-times";
import type { Line } from "./lines.rules";
import { Sentence } from "./sentence";

interface PinnedLinesProps {
  /** Newest first. */
  lines: readonly Line[];
  timeZone: string;
}

/** What somebody pinned for everybody, above everything else: the first words of each, and the way to it. */
export function PinnedLines({ lines, timeZone }: PinnedLinesProps) {
  return (
    <ul
      aria-label="Pinned for everybody"
      // However much is pinned: the newest entries stay in view.
      className="border-line bg-canvas max-h-[24dvh] flex-none overflow-y-auto border-b pb-1"
    >
      {lines.map(({ entry, at, sentence }) => (
        <li
          key={entry.seq}
          className="hover:bg-hover phone:min-h-11 phone:items-center relative grid grid-cols-[36px_14px_minmax(0,1fr)_auto] items-baseline gap-x-1.5 py-0.5 pr-3.5 pl-4"
        >
          <time dateTime={new Date(at).toISOString()} className="text-ink-3 text-xs/4.5 tabular-nums">
            {formatTime(at, timeZone)}
          </time>
          <Icon name="pin" size="sm" className="self-center" />
          <span className="truncate">{sentence.quote ?? <Sentence of={sentence} />}</span>
          <a
            href={`#entry-${entry.seq}`}
            aria-label={`Pinned: entry ${entry.seq}`}
            className="text-ink-3 text-xs tabular-nums after:absolute after:inset-0"
          >
            #{entry.seq}
          </a>
        </li>
      ))}
    </ul>
  );
}
