"use client";

import { useTimeZone } from "@/components/clock/use-server-now";
import { FilterChip } from "@/components/ui/filter-chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { formatDate } from "@/lib/kernel/clock-times";

interface DatesFilterProps {
  /** Days, YYYY-MM-DD, or "". */
  from: string;
  to: string;
  onChange: (days: { from?: string; to?: string }) => void;
}

/** Between which days it was declared, in the person's own time zone. */
export function DatesFilter({ from, to, onChange }: DatesFilterProps) {
  const timeZone = useTimeZone();
  return (
    <Popover
      label="Dates"
      trigger={
        <FilterChip label="Dates" value={words(from, to)} onClear={() => onChange({ from: "", to: "" })} />
      }
    >
      <div className="grid w-56 gap-3">
        <Field label="Declared from">
          <Input
            type="date"
            max={to || undefined}
            value={from}
            onChange={(event) => onChange({ from: event.target.value })}
          />
        </Field>
        <Field label="To" hint={`Days in ${timeZone}, both included.`}>
          <Input
            type="date"
            min={from || undefined}
            value={to}
            onChange={(event) => onChange({ to: event.target.value })}
          />
        </Field>
      </div>
    </Popover>
  );
}

function words(from: string, to: string): string | null {
  const day = (text: string) => formatDate(Date.parse(`${text}T00:00:00Z`), "UTC");
  if (from && to) return from === to ? day(from) : `${day(from)} to ${day(to)}`;
  if (from) return `from ${day(from)}`;
  return to ? `to ${day(to)}` : null;
}
