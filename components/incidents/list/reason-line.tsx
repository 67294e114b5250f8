"use client";

import { useTimeZone } from "@/components/clock/use-server-now";
import { Icon } from "@/components/ui/icon";
import { attention } from "@/lib/incidents/attention.rules";
import type { IncidentRow } from "@/lib/incidents/row";
import { reasonWords } from "./reason-words.rules";

interface ReasonLineProps {
  row: IncidentRow;
  /** Milliseconds since 1970. */
  now: number;
  name: (personId: string) => string;
}

/** Under the title: why somebody should look, or what is known. */
export function ReasonLine({ row, now, name }: ReasonLineProps) {
  const timeZone = useTimeZone();
  const { loud, tone, quiet } = reasonWords(row, attention(row, now), { now, timeZone, name });
  return (
    <span className="meta flex min-w-0 items-center gap-1 leading-4.25">
      {loud && (
        <span
          className={`flex flex-none items-center gap-1 font-medium ${tone === "bad" ? "text-bad" : "text-warn"}`}
        >
          <Icon name="incident" size="xs" />
          {loud}
        </span>
      )}
      {quiet && <span className="min-w-0 truncate">{quiet}</span>}
    </span>
  );
}
