import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface RailLabelProps {
  /** From 0; 15 is the due line. */
  column: number;
  /** 1 above the cells, 3 below. */
  row: 1 | 3;
  align: "start" | "center" | "end";
  time?: string;
  /** Gives way when the rail is short. */
  optional?: boolean;
  children: ReactNode;
}

const ALIGN = {
  start: "justify-self-start",
  center: "justify-self-center",
  end: "justify-self-end",
} as const;

/** A word at a cell of the rail. It may be wider than its column, which it does not widen. */
export function RailLabel({ column, row, align, time, optional, children }: RailLabelProps) {
  return (
    <span
      className={cn(
        "text-2xs/3.5 phone:hidden pointer-events-none whitespace-nowrap text-(--band-3) tabular-nums",
        ALIGN[align],
        row === 1 ? "self-start" : "self-end",
        optional ? "@max-[430px]:hidden" : "@max-[250px]:hidden",
      )}
      style={{ gridColumn: column + 1, gridRow: row }}
    >
      {time && `${time} `}
      <b className="font-semibold text-(--band-2)">{children}</b>
    </span>
  );
}
