"use client";

import { useTimeZone } from "@/components/clock/use-server-now";
import { Icon } from "@/components/ui/icon";
import type { Names } from "@/lib/timeline/describe";
import type { UpdateState } from "@/lib/timeline/fold/state";
import { formatTimeWithZone } from "@/lib/kernel/clock-times";
import { formatDuration } from "@/lib/kernel/durations";
import { updateFields } from "@/lib/updates/draft-body.rules";
import { FIELD_LABELS } from "./field-labels";

/** What the update before this one said. */
export function PreviousUpdate({ update, names }: { update: UpdateState; names: Names }) {
  const timeZone = useTimeZone();
  const postedAt = Date.parse(update.postedAt);
  const by = update.postedById ? names.person(update.postedById) : "the console";
  const meta = [formatTimeWithZone(postedAt, timeZone), by, punctuality(update)].filter(Boolean).join(", ");
  return (
    <details open className="group border-line border-t pt-2.5">
      <summary className="flex list-none items-center gap-1.5">
        <Icon name="chevron-right" size="sm" className="group-open:rotate-90" />
        <strong className="font-semibold">Update {update.number} said</strong>
        <span className="meta tabular-nums">{meta}</span>
      </summary>
      <dl className="phone:grid-cols-1 grid grid-cols-[130px_minmax(0,1fr)] gap-x-3 gap-y-1 pt-2 pl-5.5">
        {updateFields
          .filter((field) => update[field].value !== "")
          .map((field) => (
            <div key={field} className="contents">
              <dt className="meta">{FIELD_LABELS[field]}</dt>
              <dd className="text-ink-2 phone:mb-1 break-words whitespace-pre-wrap">
                {update[field].value ?? "[redacted]"}
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

function punctuality({ dueAt, postedAt }: UpdateState): string | null {
  if (dueAt === null) return null;
  const left = Date.parse(dueAt) - Date.parse(postedAt);
  if (left < 0) return `${formatDuration(left)} late`;
  return left < 60_000 ? "on time" : `${formatDuration(left)} early`;
}
