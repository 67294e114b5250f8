import { formatDay, formatExact, formatTimeWithZone } from "@/lib/kernel/clock-times";
import type { SummaryView } from "./use-summary";

const LEADS = {
  draft: "The text as it is now, with the facts of now",
  returned: "The text as it is now, with the facts of now",
  in_review: "You sign off exactly this text",
  signed_off: "Exactly this text is signed off",
} as const;

/** Which text it is: version, time and hash. */
export function TextIdentity({ view }: { view: SummaryView }) {
  const { timeZone, names } = view;
  const { state, version, versions, savedAt, sha256 } = view.summary;
  const at = Date.parse(savedAt);
  const redacted = versions.find(({ number }) => number === version)?.redacted;
  return (
    <div>
      <p className="meta mb-1">{LEADS[state]}</p>
      <p className="bg-sunken rounded-sm px-2.5 py-1.5 font-mono text-xs/4.5 tabular-nums">
        version {version}, {formatDay(at, timeZone)} {formatTimeWithZone(at, timeZone)}
        <br />
        <span title={sha256}>sha-256 {shortHash(sha256)}</span>
      </p>
      {redacted && (
        <p className="meta mt-1">
          Words in it were redacted by {redacted.byId ? names.person(redacted.byId) : "the console"},{" "}
          {formatExact(Date.parse(redacted.at), timeZone)}; before:{" "}
          <span className="font-mono" title={redacted.before}>
            {shortHash(redacted.before)}
          </span>
        </p>
      )}
    </div>
  );
}

function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} … ${hash.slice(-4)}`;
}
