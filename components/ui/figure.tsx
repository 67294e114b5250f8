import type { ReactNode } from "react";
import { cn } from "./cn";

interface FigureProps {
  label: string;
  /** A number with its unit, or words such as "not recorded". */
  value: ReactNode;
  note?: ReactNode;
  tone?: "plain" | "warn" | "bad";
}

const TONES = { plain: "text-ink", warn: "text-warn", bad: "text-bad" } as const;

/** One number that matters, with what it counts. */
export function Figure({ label, value, note, tone = "plain" }: FigureProps) {
  return (
    <div className="min-w-0">
      <p className="meta">{label}</p>
      <p className={cn("text-2xl font-semibold tracking-tight tabular-nums", TONES[tone])}>{value}</p>
      {note && <p className="meta">{note}</p>}
    </div>
  );
}
