"use client";

import { useServerNow, useTimeZone } from "@/components/clock/use-server-now";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/kernel/clock-times";
import { toLocalInput } from "@/lib/kernel/local-input";
import { isReviewOverdue } from "@/lib/runbooks/details.rules";

/** Says so when the day by which a runbook should have been reviewed is over. @param reviewBy YYYY-MM-DD */
export function ReviewTag({ reviewBy }: { reviewBy: string | null }) {
  const today = toLocalInput(useServerNow({ step: 60_000 }), useTimeZone()).slice(0, 10);
  if (reviewBy === null || !isReviewOverdue(reviewBy, today)) return null;
  return (
    <Tag tone="warn" icon="clock" wraps>
      Review overdue since {formatDate(Date.parse(reviewBy), "UTC")}
    </Tag>
  );
}
