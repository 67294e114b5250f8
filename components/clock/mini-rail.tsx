import { cn } from "@/components/ui/cn";
import type { ClockSlot, ClockTone } from "./clock.rules";
import { railCells, type RailCell } from "./rail.rules";

interface MiniRailProps {
  slot: ClockSlot;
  now: number;
  tone: ClockTone;
}

/** The rail as small as a word, for lists. The words stand beside it. */
export function MiniRail({ slot, now, tone }: MiniRailProps) {
  const { before, after } = railCells({ ...slot, now, marks: [] });
  return (
    <span aria-hidden className="inline-flex h-2.5 w-19 flex-none items-end gap-px">
      {before.map((cell, index) => (
        <span key={index} className={cn(CELL, lookBefore(cell, tone))} />
      ))}
      <span className="forced-fill bg-ink h-2.5 w-0.5 flex-none" />
      {after.slice(0, 5).map((cell, index) => (
        <span key={index} className={cn(CELL, cell.kind === "late" ? "bg-overdue h-2.5" : "bg-line h-1.5")} />
      ))}
    </span>
  );
}

const CELL = "forced-fill flex-1 rounded-[1px]";

function lookBefore(cell: RailCell, tone: ClockTone): string {
  if (cell.kind === "spent") return "h-1.5 bg-line";
  return tone === "soon" ? "h-2.5 bg-warn-line" : "h-1.5 bg-ink-2";
}
