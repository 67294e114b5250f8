import type { CSSProperties } from "react";
import { cn } from "@/components/ui/cn";
import { formatTime } from "@/lib/kernel/clock-times";
import type { ClockSlot } from "./clock.rules";
import { markLabel, type ClockMark } from "./marks.rules";
import { RailLabel } from "./rail-label";
import { railCells, railColumn, type RailCell } from "./rail.rules";

interface RailProps {
  slot: ClockSlot;
  now: number;
  marks: readonly ClockMark[];
  /** What opened the slot: `update 3 posted`, `declared`. */
  opening: string;
  timeZone: string;
  /** Far from due the warning cells are lower. */
  calm?: boolean;
}

/** The cadence as cells that are used up, then what happens when nobody posts. On a phone it has no labels. */
export function Rail({ slot, now, marks, opening, timeZone, calm = false }: RailProps) {
  const { before, after } = railCells({ ...slot, now, marks: marks.map((mark) => mark.at) });
  const time = (at: number) => formatTime(at, timeZone);
  const early = marks.filter((mark) => mark.at < slot.dueAt);
  const late = marks.filter((mark) => mark.at >= slot.dueAt);
  const last = late[late.length - 1];
  return (
    <div role="img" aria-label={spoken(slot, now, marks, time)} className="@container min-w-0">
      <div
        className={cn(
          "grid grid-cols-[repeat(15,minmax(0,1fr))_8px_repeat(10,minmax(0,1fr))] grid-rows-[18px_18px_20px] gap-x-0.5",
          "phone:grid-rows-[14px]",
        )}
      >
        <RailLabel column={15} row={1} align="center">
          {time(slot.dueAt)} due
        </RailLabel>
        {late.slice(0, -1).map((mark) => (
          <RailLabel
            key={mark.at}
            column={railColumn(mark.at, slot)}
            row={1}
            align="center"
            time={time(mark.at)}
            optional
          >
            {markLabel(mark, now)}
          </RailLabel>
        ))}
        {before.map((cell, index) => (
          <Cell key={index} cell={cell} calm={calm} />
        ))}
        <span className="forced-fill phone:row-start-1 phone:-mt-[3px] phone:h-5 row-start-2 -mt-1.5 -mb-1.5 h-7.5 w-0.5 justify-self-center rounded-xs bg-(--cell)" />
        {after.map((cell, index) => (
          <Cell key={index} cell={cell} calm={calm} />
        ))}
        <RailLabel column={0} row={3} align="start" time={time(slot.openedAt)}>
          {opening}
        </RailLabel>
        {early.map((mark) => (
          <RailLabel
            key={mark.at}
            column={railColumn(mark.at, slot)}
            row={3}
            align="start"
            time={time(mark.at)}
            optional
          >
            {markLabel(mark, now)}
          </RailLabel>
        ))}
        {last && (
          <RailLabel column={25} row={3} align="end" time={time(last.at)}>
            {markLabel(last, now)}
          </RailLabel>
        )}
      </div>
    </div>
  );
}

const KINDS: Record<RailCell["kind"], string> = {
  spent: "bg-(--spent)",
  now: "bg-[linear-gradient(90deg,var(--spent)_var(--p),var(--cell)_var(--p))]",
  left: "bg-(--cell)",
  late: "hatch h-4.5! text-(--cell) inset-ring inset-ring-(--cell)",
  ahead: "inset-ring inset-ring-(--over)",
};

function Cell({ cell, calm }: { cell: RailCell; calm: boolean }) {
  const warning = cell.kind !== "ahead" && cell.kind !== "late";
  const height = !cell.tall ? "h-2.5 phone:h-2" : warning && calm ? "h-3.5" : "h-4.5 phone:h-3.5";
  return (
    <span
      className={cn(
        "forced-fill phone:row-start-1 phone:max-h-3.5 row-start-2 self-end rounded-[2px]",
        height,
        KINDS[cell.kind],
      )}
      style={
        cell.kind === "now" ? ({ "--p": `${Math.round(cell.fill * 100)}%` } as CSSProperties) : undefined
      }
    />
  );
}

function spoken(
  slot: ClockSlot,
  now: number,
  marks: readonly ClockMark[],
  time: (at: number) => string,
): string {
  const told = marks.map((mark) => `at ${time(mark.at)} ${markLabel(mark, now)}`);
  return [`Due ${time(slot.dueAt)}, opened ${time(slot.openedAt)}`, ...told].join(", ");
}
