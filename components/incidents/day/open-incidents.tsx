"use client";

import { useMe } from "@/components/api/me";
import { ClockText } from "@/components/clock/clock-text";
import { useServerNow } from "@/components/clock/use-server-now";
import { DrillTag } from "@/components/incident-parts/drill-tag";
import { SeverityBadge } from "@/components/incident-parts/severity-badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ListRow } from "@/components/ui/list-row";
import { PanelHead } from "@/components/ui/panel";
import { inOrder } from "@/lib/incidents/attention.rules";
import type { IncidentRow } from "@/lib/incidents/row";
import { clockSlotOf } from "../clock-slot";
import { concerns } from "./day.rules";

const SHOWN = 8;

/** What is open now, what needs attention first. */
export function OpenIncidents({ rows, count }: { rows: readonly IncidentRow[]; count: number }) {
  const now = useServerNow({ step: 10_000 });
  const me = useMe();
  return (
    <aside
      aria-label="Open incidents"
      className="border-line min-h-0 max-lg:border-t lg:overflow-y-auto lg:border-l"
    >
      <PanelHead title="Open incidents" count={count}>
        <ButtonLink size="sm" variant="quiet" href="/incidents" className="text-act!">
          All
        </ButtonLink>
      </PanelHead>
      {rows.length === 0 && <EmptyState title="Nothing is on fire." text="Good time to get ready." />}
      <ul>
        {inOrder(rows, now)
          .slice(0, SHOWN)
          .map((row) => (
            <ListRow
              key={row.id}
              icon={<SeverityBadge severity={row.severity} />}
              title={row.title}
              meta={
                // On a line of its own: the panel is narrow, and titles are long.
                <span className="block truncate">
                  {row.kind === "drill" && <DrillTag />} <ClockText slot={clockSlotOf(row.cadence)} />
                  {concerns(row, me.id) && ", you take part"}
                </span>
              }
              href={`/incidents/${row.key}`}
            />
          ))}
      </ul>
    </aside>
  );
}
