import { formatExact, formatTime } from "@/lib/kernel/clock-times";
import { formatLength } from "@/lib/kernel/durations";
import { useTimeZone } from "@/components/clock/use-server-now";
import { KEY_TIMES } from "@/lib/summaries/key-times.rules";
import type { Derived } from "@/lib/summaries/schemas";

/** The key times, counted from the start; pointing at one gives it exactly. */
export function KeyTimes({ derived: { keyTimes } }: { derived: Derived }) {
  const zone = useTimeZone();
  const base = Date.parse(keyTimes.startedAt ?? keyTimes.declaredAt);
  return (
    <dl className="border-line bg-line mt-3.5 grid grid-cols-3 gap-px overflow-hidden rounded-md border sm:grid-cols-6">
      {KEY_TIMES.map(([label, name]) => (
        <div key={name} className="bg-surface px-3 py-1.75">
          <dt className="meta">{label}</dt>
          <dd className="leading-5 font-bold tabular-nums">
            <Moment at={keyTimes[name]} base={base} zone={zone} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Moment({ at, base, zone }: { at: string | null; base: number; zone: string }) {
  if (!at) return <span className="text-ink-3 text-xs font-medium">not recorded</span>;
  const ms = Date.parse(at);
  const after = ms - base;
  const words = after === 0 ? formatTime(ms, zone) : `${after > 0 ? "+" : "−"}${formatLength(after)}`;
  return (
    <time dateTime={at} title={formatExact(ms, zone)}>
      {words}
    </time>
  );
}
