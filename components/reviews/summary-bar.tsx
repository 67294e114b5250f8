"use client";

import Link from "next/link";
import { SeverityBadge } from "@/components/incident-parts/severity-badge";
import { useServerNow, useTimeZone } from "@/components/clock/use-server-now";
import { TopBar } from "@/components/shell/top-bar";
import { IconButton } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { formatDay, formatExact } from "@/lib/kernel/clock-times";
import type { SummaryDto } from "@/lib/summaries/dto";
import { dueWords } from "./due.rules";
import { StatePill } from "./state-pill";
import type { SummaryView } from "./use-summary";

/** Where one is: the incident, its summary's state, when it is due; and the ways out, as Markdown or on paper. */
export function SummaryBar({ view, fileName }: { view: SummaryView; fileName: string }) {
  const { summary, state } = view;
  return (
    <TopBar
      back={
        <Link href="/reviews" prefetch={false} className="meta phone:hidden hover:text-ink -mr-1.5">
          Reviews
        </Link>
      }
      title={
        <Link href={`/incidents/${summary.incidentKey}`} prefetch={false} className="hover:underline">
          {summary.incidentKey}
        </Link>
      }
      meta={
        <span className="flex items-center gap-3 whitespace-nowrap">
          <SeverityBadge severity={state.severity} />
          <StatePill summary={summary} />
          <span className="hidden lg:inline">
            <ReviewDue summary={summary} />
          </span>
        </span>
      }
      actions={
        <>
          <a
            href={`/api/v1/incidents/${summary.incidentKey}/summary.md`}
            download={fileName}
            aria-label={`Download ${fileName}`}
            className={buttonClass({ variant: "quiet" })}
          >
            <Icon name="download" size="sm" />
            <span className="max-lg:hidden">{fileName}</span>
          </a>
          <button
            type="button"
            onClick={() => window.print()}
            className={`${buttonClass({ variant: "quiet" })} max-md:hidden`}
          >
            Print
          </button>
          <span className="hidden sm:max-md:inline">
            <IconButton icon="file" label="Print" onClick={() => window.print()} />
          </span>
        </>
      }
    />
  );
}

/** `Review due Mon 17 Nov, in 2 days`; nothing once it is signed off. */
export function ReviewDue({ summary }: { summary: Pick<SummaryDto, "state" | "reviewDueAt"> }) {
  const now = useServerNow({ step: 60_000 });
  const zone = useTimeZone();
  if (summary.state === "signed_off") return null;
  const due = Date.parse(summary.reviewDueAt);
  const late = now > due;
  return (
    <span className={late ? "text-bad font-medium" : undefined} title={formatExact(due, zone)}>
      Review due {formatDay(due, zone)}, {dueWords(due, now, zone).replace(/^due /, "")}
    </span>
  );
}
