import { cn } from "@/components/ui/cn";
import type { DifferenceDto } from "@/lib/runbooks/dto";

type Hunk = DifferenceDto["hunks"][number];
type Line = Hunk["lines"][number];

const SIGN = { same: " ", removed: "−", added: "+" } as const;
const SAID = { same: "", removed: "removed: ", added: "added: " } as const;
const LOOK = { same: "", removed: "bg-bad-soft", added: "bg-good-soft" } as const;

/** Changed lines with their numbers in both versions, and some that stayed around them. */
export function LineChanges({ hunks }: { hunks: readonly Hunk[] }) {
  return (
    <div className="space-y-3 py-3">
      {hunks.map(({ lines }, index) => (
        <section key={index} aria-label={titleOf(lines)}>
          <h2 className="meta border-line border-y px-4 py-1">{titleOf(lines)}</h2>
          {lines.map((line) => (
            <ChangedLine key={`${line.before} ${line.after}`} line={line} />
          ))}
        </section>
      ))}
    </div>
  );
}

function ChangedLine({ line: { kind, text, before, after } }: { line: Line }) {
  return (
    <div
      className={cn(
        "grid grid-cols-[40px_40px_16px_minmax(0,1fr)] px-2 font-mono text-xs",
        "phone:grid-cols-[28px_28px_14px_minmax(0,1fr)] phone:px-1",
        LOOK[kind],
      )}
    >
      <span aria-hidden className="text-ink-3 pr-2 text-right tabular-nums select-none">
        {before}
      </span>
      <span aria-hidden className="text-ink-3 pr-2 text-right tabular-nums select-none">
        {after}
      </span>
      <span aria-hidden className="select-none">
        {SIGN[kind]}
      </span>
      <span className="break-words whitespace-pre-wrap">
        {kind !== "same" && <span className="sr-only">{SAID[kind]}</span>}
        {text || " "}
      </span>
    </div>
  );
}

function titleOf(lines: readonly Line[]): string {
  const [first, last] = [lines[0], lines.at(-1)];
  const from = first?.after ?? first?.before ?? 1;
  const to = last?.after ?? last?.before ?? from;
  return `Lines ${from} to ${to}`;
}
