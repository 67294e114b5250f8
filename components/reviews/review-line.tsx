"use client";

import Link from "next/link";
import { useDirectory } from "@/components/api/directory";
import { useMe } from "@/components/api/me";
import { useServerNow, useTimeZone } from "@/components/clock/use-server-now";
import { SeverityBadge } from "@/components/incident-parts/severity-badge";
import { Tag } from "@/components/ui/tag";
import { formatExact } from "@/lib/kernel/clock-times";
import type { ReviewRow } from "@/lib/summaries/dto";
import { decideReview } from "@/lib/summaries/state.rules";
import { listed } from "@/lib/timeline/describe/sentence";
import { dueWords, spanWords } from "./due.rules";
import { StatePill } from "./state-pill";

/** One summary of the list. The whole line leads to it. */
export function ReviewLine({ row }: { row: ReviewRow }) {
  const me = useMe();
  const { personName } = useDirectory();
  const authors = row.authorIds.map((id) => personName(id));
  const mayDecide = decideReview(row.state, me, new Set(row.authorIds)).ok;
  const mustRework = row.state === "returned" && row.authorIds.includes(me.id);
  return (
    <li className="border-line hover:bg-hover has-[a:focus-visible]:outline-focus phone:grid-cols-[auto_minmax(0,1fr)_auto] phone:gap-y-1 phone:py-2.5 relative grid min-h-12 grid-cols-[64px_minmax(0,1fr)_auto_116px] items-center gap-x-3 border-t px-4 py-1.5 first:border-t-0 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2">
      <SeverityBadge severity={row.severity} className="justify-self-start" />
      <span className="phone:order-4 phone:col-span-3 min-w-0">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="text-ink-3 phone:hidden flex-none tabular-nums">{row.incidentKey}</span>
          <Link
            href={`/reviews/${row.incidentKey}`}
            prefetch={false}
            data-incident={row.incidentKey}
            className="phone:whitespace-normal phone:text-base min-w-0 truncate font-medium outline-none after:absolute after:inset-0"
          >
            {row.title}
          </Link>
        </span>
        <span className="meta block">
          <Age row={row} />
          {authors.length > 0 ? `Written by ${listed(authors)}` : "Nobody has written yet"}
        </span>
      </span>
      <span className="phone:order-5 phone:col-span-2 phone:justify-start flex flex-wrap items-center justify-end gap-2">
        {mayDecide && (
          <Tag tone="act" icon="bell">
            Waits for you
          </Tag>
        )}
        {mustRework && (
          <Tag tone="warn" icon="swap">
            Returned to you
          </Tag>
        )}
        <StatePill summary={row} />
      </span>
      <span className="text-ink-3 phone:order-2 sm:hidden">{row.incidentKey}</span>
      <span className="phone:order-3 text-right whitespace-nowrap tabular-nums">
        <Due row={row} />
      </span>
    </li>
  );
}

/** How long ago the incident ended. */
function Age({ row }: { row: ReviewRow }) {
  const now = useServerNow({ step: 60_000 });
  const zone = useTimeZone();
  if (!row.resolvedAt) return null;
  const at = Date.parse(row.resolvedAt);
  return (
    <>
      <time dateTime={row.resolvedAt} title={formatExact(at, zone)} className="tabular-nums">
        Resolved {spanWords(Math.max(0, now - at))} ago
      </time>
      {" · "}
    </>
  );
}

function Due({ row }: { row: ReviewRow }) {
  const now = useServerNow({ step: 60_000 });
  const zone = useTimeZone();
  if (row.state === "signed_off")
    return (
      <span className="meta">signed off {spanWords(Math.max(0, now - Date.parse(row.stateSince)))} ago</span>
    );
  const due = Date.parse(row.reviewDueAt);
  return (
    <time
      dateTime={row.reviewDueAt}
      title={formatExact(due, zone)}
      className={now > due ? "text-bad font-semibold" : "text-ink-2"}
    >
      {dueWords(due, now, zone)}
    </time>
  );
}
