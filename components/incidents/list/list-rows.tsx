"use client";

import { useMemo, useRef } from "react";
import { useMe } from "@/components/api/me";
import { useServerNow } from "@/components/clock/use-server-now";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Group } from "@/lib/incidents/attention.rules";
import type { ListDto } from "@/lib/incidents/dto";
import { COLUMNS, IncidentLine } from "./incident-line";
import { useCalmOrder } from "./use-calm-order";
import { useListKeys } from "./use-list-keys";

const GROUP_WORDS: Record<Group, string> = {
  needs_attention: "Needs attention",
  running: "Running",
  owed: "Resolved, summary owed",
  over: "Closed and cancelled",
};

interface ListRowsProps {
  /** Which page this is. */
  search: string;
  page: ListDto;
}

/** The rows in their groups, in the order of need. */
export function ListRows({ search, page }: ListRowsProps) {
  const me = useMe();
  const now = useServerNow({ step: 5_000 });
  const listRef = useRef<HTMLDivElement>(null);
  const { places, waiting, sortNow } = useCalmOrder(search, page.rows, now, listRef);
  const rows = useMemo(() => new Map(page.rows.map((row) => [row.id, row])), [page.rows]);
  useListKeys(listRef);
  const groups = [...new Set(places.map(({ group }) => group))];
  return (
    <div ref={listRef} className="min-h-0 flex-1 sm:overflow-y-auto">
      <div
        aria-hidden
        className={cn(
          "phone:hidden bg-canvas meta border-line sticky top-0 z-2 grid h-7.5 items-center border-b px-4 font-medium",
          COLUMNS,
        )}
      >
        <span>Next update</span>
        <span>Severity</span>
        <span>Incident</span>
        <span>Status</span>
        <span className="hidden lg:block">Services</span>
        <span className="hidden lg:block">Commander</span>
        <span className="text-right">Elapsed</span>
      </div>
      {groups.map((group, index) => {
        const inGroup = places.filter((place) => place.group === group);
        return (
          <section key={group} aria-label={GROUP_WORDS[group]}>
            <h2 className="bg-canvas border-line flex h-8.5 items-center gap-1.5 border-t px-4 font-semibold">
              {GROUP_WORDS[group]}
              <span className="text-ink-3 font-normal tabular-nums">
                {countOf(group, page) ?? inGroup.length}
              </span>
              {index === 0 && waiting && (
                <Button size="sm" variant="quiet" icon="retry" className="ml-auto" onClick={sortNow}>
                  Sort again
                </Button>
              )}
            </h2>
            <ul>
              {inGroup.map(({ id }) => {
                const row = rows.get(id);
                return row && <IncidentLine key={id} row={row} me={me.id} now={now} />;
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Of the open groups, how many there are on all pages; of the others only the page is known. */
function countOf(group: Group, { counts, next }: ListDto): number | null {
  if (!next?.startsWith("open")) return null;
  if (group === "needs_attention") return counts.needsAttention;
  return group === "running" ? counts.running : null;
}
