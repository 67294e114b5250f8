import { Icon } from "@/components/ui/icon";
import { countsOf } from "./counts.rules";
import { leftOut } from "./head-words.rules";
import type { Reading } from "./use-draft";

/** How much of the document was understood, and what is in it. */
export function CountsBar({ reading, isBehind }: { reading: Reading; isBehind: boolean }) {
  const { lines } = reading.parsed;
  const left = leftOut(reading.parsed);
  return (
    <p
      role="status"
      className="border-line flex min-h-9 flex-none flex-wrap items-center gap-x-4 gap-y-0.5 border-b px-4 py-1.5 tabular-nums"
    >
      <span className="flex items-center gap-1.5">
        <Icon name={isBehind ? "clock" : "check"} size="sm" />
        <span>
          <b>{lines.accounted}</b> of {lines.total} lines accounted for
          {left > 0 && `, ${left} left out`}
        </span>
      </span>
      {countsOf(reading.parsed).map(([count, word]) => (
        // The comma is for those who hear it.
        <span key={word}>
          <span className="sr-only">, </span>
          <b>{count}</b> <span className="text-ink-2">{word}</span>
        </span>
      ))}
      {isBehind && <span className="meta">reading…</span>}
    </p>
  );
}
