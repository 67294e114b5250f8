import { cn } from "@/components/ui/cn";
import type { Severity } from "./types";

const GROUNDS: Record<Severity, string> = {
  1: "bg-sev1 text-on-sev1",
  2: "bg-sev2 text-on-sev2",
  3: "bg-sev3 text-on-sev3 inset-ring inset-ring-warn-line",
  4: "bg-sev4 text-on-sev4",
};

/** The severity: its word, and as many full bars as it is bad. */
export function SeverityBadge({ severity, className }: { severity: Severity; className?: string }) {
  return (
    <span
      className={cn(
        "forced-fill inline-flex h-5 flex-none items-center gap-1.25 rounded-xs px-1.5 text-xs/5 font-[650] tracking-[.01em] whitespace-nowrap tabular-nums",
        GROUNDS[severity],
        className,
      )}
    >
      <svg viewBox="0 0 11 10" className="h-2.5 w-[11px]" aria-hidden>
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={bar * 3}
            y={7 - bar * 2}
            width="2"
            height={3 + bar * 2}
            rx=".5"
            fill="currentColor"
            opacity={bar <= 4 - severity ? 1 : 0.35}
          />
        ))}
      </svg>
      SEV{severity}
    </span>
  );
}
