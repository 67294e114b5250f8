import type { ParsedStep } from "@/lib/runbooks/parse/types";
import { Inlines } from "./inlines";

/** What to expect of a step, and what to do if it fails. */
export function Expectations({ step }: { step: Pick<ParsedStep, "expect" | "ifFails"> | undefined }) {
  const rows = [
    { label: "Expect", field: step?.expect },
    { label: "If this fails", field: step?.ifFails },
  ].flatMap(({ label, field }) => (field ? [{ label, field }] : []));
  if (rows.length === 0) return null;
  return (
    <dl className="phone:grid-cols-1 mt-2.5 grid grid-cols-[88px_minmax(0,1fr)] gap-x-2 gap-y-1">
      {rows.map(({ label, field }) => (
        <div key={label} className="contents">
          <dt className="meta leading-4.5">{label}</dt>
          <dd className="phone:mb-1.5 break-words">
            <Inlines of={field.inlines} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
