"use client";

import Link from "next/link";
import { SeverityBadge } from "@/components/incident-parts/severity-badge";
import type { Severity } from "@/components/incident-parts/types";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { formatTime } from "@/lib/kernel/clock-times";
import { ClockActions, type WriteAction } from "./clock-actions";
import { clockDigits, clockState, clockTitle, clockTone, type ClockSlot } from "./clock.rules";
import { useServerNow, useTimeZone } from "./use-server-now";

interface ClockCardProps {
  slot: ClockSlot;
  severity: Severity;
  /** `INC-42`. */
  incidentKey: string;
  title: string;
  href: string;
  write?: WriteAction;
}

const EDGES = {
  calm: "clock-calm border-line",
  soon: "clock-soon border-warn-line inset-shadow-[0_2px_0_var(--color-warn-line)]",
  late: "clock-late border-overdue",
} as const;

/** The update that this person owes next, at the top of their day. */
export function ClockCard({ slot, severity, incidentKey, title, href, write }: ClockCardProps) {
  const now = useServerNow();
  const state = clockState(slot, now);
  const tone = clockTone(state);
  const due = formatTime(slot.dueAt, useTimeZone());
  const said = clockTitle(slot, now, due);
  return (
    <section
      aria-label={`Clock of ${incidentKey}`}
      className={cn(
        "phone:grid-cols-[auto_minmax(0,1fr)] phone:gap-x-3 phone:gap-y-3 relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 border-b px-4 py-3.5 text-(--band-1)",
        EDGES[tone],
      )}
    >
      <span
        role="timer"
        aria-live="off"
        className={cn(
          "text-[40px]/11 tracking-[-.03em] tabular-nums",
          tone === "calm" ? "font-[480]" : "font-semibold",
        )}
      >
        {clockDigits(slot, now)}
      </span>
      <div className="min-w-0">
        <p className="flex items-center gap-1.5 font-semibold text-(--band-2)">
          <Icon name={tone === "calm" ? "clock" : "incident"} />
          {state === "soon" || state === "overdue" ? `${said}, ${due}` : said}
        </p>
        <p className="mt-1 flex min-w-0 items-center gap-2">
          <SeverityBadge severity={severity} />
          <span className="phone:hidden text-(--band-3)">{incidentKey}</span>
          <Link
            href={href}
            prefetch={false}
            className="min-w-0 truncate font-semibold after:absolute after:inset-0"
          >
            {title}
          </Link>
        </p>
      </div>
      <div className="phone:col-span-2 phone:*:w-full relative">
        <ClockActions slot={slot} tone={tone} write={write} />
      </div>
    </section>
  );
}
