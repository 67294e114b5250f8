import { cn } from "./cn";

interface ProgressBarProps {
  done: number;
  /** Not done, but settled: skipped or not applicable. */
  skipped?: number;
  total: number;
  /** Its name; leave it out where the numbers stand beside it. */
  label?: string;
  className?: string;
}

/** How far something is: solid for done, dashed for skipped. */
export function ProgressBar({ done, skipped = 0, total, label, className }: ProgressBarProps) {
  const share = (part: number) => ({ width: `${total > 0 ? (100 * part) / total : 0}%` });
  const named = label
    ? {
        role: "progressbar",
        "aria-label": label,
        "aria-valuemin": 0,
        "aria-valuemax": total,
        "aria-valuenow": done + skipped,
      }
    : { "aria-hidden": true };
  return (
    <span {...named} className={cn("bg-line flex h-1 gap-px overflow-hidden rounded-xs", className)}>
      <span className="forced-fill bg-ink-3" style={share(done)} />
      <span
        className="bg-[repeating-linear-gradient(90deg,var(--color-ink-3)_0_2px,transparent_2px_4px)]"
        style={share(skipped)}
      />
    </span>
  );
}
