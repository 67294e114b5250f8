import { STATUS_WORDS } from "@/components/incident-parts/types";
import { cn } from "@/components/ui/cn";
import { formatLength, formatMinutes } from "@/lib/kernel/durations";
import type { Derived } from "@/lib/summaries/schemas";
import { stretchesOf, type Stretch } from "./phases.rules";

/** How long the incident was in each status, to scale. */
export function PhaseBar({ derived }: { derived: Derived }) {
  const stretches = stretchesOf(derived);
  if (stretches.length === 0) return null;
  return (
    <div
      role="img"
      aria-label={`Time spent: ${stretches.map(wordsOf).join(", ")}`}
      className="mt-2.5 flex h-5.5 gap-0.5 overflow-hidden rounded-xs text-xs/5.5"
    >
      {stretches.map((stretch) => (
        <span
          key={stretch.from}
          title={wordsOf(stretch)}
          style={{ flex: `${stretch.share} 1 0` }}
          className={cn(
            "forced-fill min-w-0.75 truncate",
            stretch.share > 0.12 ? "px-1.5" : "px-0.5",
            stretch.status === "before" && "border-line-strong text-ink-2 border border-dashed leading-5",
            stretch.status === "mitigating" && "bg-ink-2 text-surface",
            stretch.status !== "before" && stretch.status !== "mitigating" && "bg-hover text-ink-2",
          )}
        >
          <Label stretch={stretch} />
        </span>
      ))}
    </div>
  );
}

function wordsOf({ status, from, to }: Stretch): string {
  const name = status === "before" ? "Before it was declared" : STATUS_WORDS[status];
  return `${name} ${formatLength(to - from)}`;
}

/** As much as fits: the length, to the second and with the status where there is room; a phone has half of it. */
function Label({ stretch: { status, from, to, share } }: { stretch: Stretch }) {
  if (share <= 0.055) return null;
  return (
    <>
      {status !== "before" && share > 0.2 && (
        <span className={share > 0.4 ? undefined : "phone:hidden"}>{STATUS_WORDS[status]} </span>
      )}
      <span className={share > 0.12 ? undefined : "phone:hidden"}>
        {share > 0.2 ? formatLength(to - from) : formatMinutes(to - from)}
      </span>
    </>
  );
}
