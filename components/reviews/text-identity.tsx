import { formatDay, formatTimeWithZone } from "@/lib/kernel/clock-times";
import type { SummaryDto } from "@/lib/summaries/dto";

const LEADS = {
  draft: "The text as it is now",
  returned: "The text as it is now",
  in_review: "You sign off exactly this text",
  signed_off: "Exactly this text is signed off",
} as const;

/** Which text it is: version, time and hash. */
export function TextIdentity({ summary, timeZone }: { summary: SummaryDto; timeZone: string }) {
  const { state, version, savedAt, sha256 } = summary;
  const at = Date.parse(savedAt);
  return (
    <div>
      <p className="meta mb-1">{LEADS[state]}</p>
      <p className="bg-sunken rounded-sm px-2.5 py-1.5 font-mono text-xs/4.5 tabular-nums">
        version {version}, {formatDay(at, timeZone)} {formatTimeWithZone(at, timeZone)}
        <br />
        <span title={sha256}>sha-256 {shortHash(sha256)}</span>
      </p>
    </div>
  );
}

function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} … ${hash.slice(-4)}`;
}
