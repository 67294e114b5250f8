"use client";

import Link from "next/link";
import { memo } from "react";
import { useDirectory } from "@/components/api/directory";
import { ClockCell } from "@/components/clock/clock-cell";
import { DrillTag } from "@/components/incident-parts/drill-tag";
import { Elapsed } from "@/components/incident-parts/elapsed";
import { SeverityBadge } from "@/components/incident-parts/severity-badge";
import { StatusWord } from "@/components/incident-parts/status-track";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import type { IncidentRow } from "@/lib/incidents/row";
import { clockSlotOf } from "../clock-slot";
import { ReasonLine } from "./reason-line";

/** The columns of a wide list; narrower ones leave some out, a phone stacks them. */
export const COLUMNS =
  "sm:grid-cols-[164px_64px_minmax(0,1fr)_168px_72px] lg:grid-cols-[164px_64px_minmax(0,1fr)_168px_minmax(0,134px)_minmax(0,124px)_72px] gap-x-2.5";

interface IncidentLineProps {
  row: IncidentRow;
  me: string;
  /** Milliseconds since 1970, in coarse steps. */
  now: number;
}

/** One incident of the list. The whole line leads to its room. */
export const IncidentLine = memo(function IncidentLine({ row, me, now }: IncidentLineProps) {
  const { personName, service } = useDirectory();
  const services = row.serviceIds.map((id) => service(id)?.name ?? "a service").join(", ");
  const since = Date.parse(row.startedAt ?? row.declaredAt);
  const ended = row.resolvedAt ?? row.cancelledAt;
  return (
    <li
      className={cn(
        "border-line bg-surface hover:bg-hover relative grid min-h-11 items-center border-t px-4 py-1",
        "has-[a:focus-visible]:outline-focus has-[a:focus-visible]:z-1 has-[a:focus-visible]:rounded-sm has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2",
        "phone:grid-cols-[auto_minmax(0,1fr)_auto] phone:gap-x-2 phone:gap-y-1 phone:py-2.5",
        COLUMNS,
      )}
    >
      <span className="phone:order-3 phone:justify-self-end">
        <ClockCell slot={clockSlotOf(row.cadence)} />
      </span>
      <span className="phone:order-1">
        <SeverityBadge severity={row.severity} />
      </span>
      <span className="phone:order-4 phone:col-span-3 grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 sm:grid-cols-[54px_minmax(0,1fr)] sm:gap-x-0">
        <span className="text-ink-3 phone:hidden whitespace-nowrap tabular-nums">{row.key}</span>
        <span className="phone:col-span-2 flex min-w-0 items-center gap-2">
          <Link
            href={`/incidents/${row.key}`}
            data-incident={row.key}
            prefetch={false}
            className="phone:text-base phone:whitespace-normal min-w-0 truncate font-medium outline-none after:absolute after:inset-0"
          >
            {row.title}
          </Link>
          {row.kind === "drill" && <DrillTag />}
        </span>
        <span className="phone:col-span-2 min-w-0 sm:col-start-2">
          <ReasonLine row={row} now={now} name={(id) => (id === me ? "you" : personName(id))} />
        </span>
      </span>
      <span className="phone:order-5 phone:col-span-2">
        <StatusWord status={row.status} />
      </span>
      <span className="text-ink-3 hidden min-w-0 truncate lg:block">{services}</span>
      <span className="hidden min-w-0 lg:block">
        <Commander row={row} isMe={row.commanderId === me} name={personName(row.commanderId)} />
      </span>
      <span className="text-ink-3 phone:order-2 sm:hidden">{row.key}</span>
      <span className="phone:order-6 text-right whitespace-nowrap tabular-nums">
        <Elapsed since={since} until={ended ? Date.parse(ended) : null} />
      </span>
    </li>
  );
});

function Commander({ row, isMe, name }: { row: IncidentRow; isMe: boolean; name: string }) {
  const { commanderId, status } = row;
  // Asked, but nobody has said "I have command" yet: drawn like somebody who is not there.
  const settled = commanderId !== null && status !== "declared";
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Avatar name={commanderId && name} look={settled ? "plain" : "away"} />
      <span className={cn("truncate", !settled && "text-ink-2")}>
        {commanderId === null ? "Nobody" : isMe ? "You" : name}
      </span>
    </span>
  );
}
