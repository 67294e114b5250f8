"use client";

import { useDirectory } from "@/components/api/directory";
import { useServerNow } from "@/components/clock/use-server-now";
import { IconButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import type { MenuItem } from "@/components/ui/menu-items";
import { Tag } from "@/components/ui/tag";
import { formatDayOfAnyYear } from "@/lib/kernel/clock-times";
import type { SummaryBody } from "@/lib/summaries/schemas";
import { REDACTED } from "@/lib/kernel/redacted";
import type { FollowUpStateRow } from "@/lib/timeline/fold/state";
import { useEndFollowUp } from "./use-follow-up-writes";
import type { SummaryView } from "./use-summary";
import { KIND_WORDS } from "./words";

interface FollowUpRowProps {
  view: SummaryView;
  row: FollowUpStateRow;
  mayEdit: boolean;
  /** What the submitted text says instead; null: it does not have this one. */
  frozenAs: SummaryBody["followUps"][number] | null | undefined;
  onEdit: () => void;
  onDrop: () => void;
}

/** One follow-up: a row of the table, a card on a phone. */
export function FollowUpRow({ view, row, mayEdit, frozenAs, onEdit, onDrop }: FollowUpRowProps) {
  const { personName } = useDirectory();
  const end = useEndFollowUp(view, row);
  const over = row.state !== "open";
  const cell = "border-line phone:border-0 phone:py-0 border-t py-1.5 pr-2 align-top";
  return (
    <tr
      className={cn(
        "phone:grid phone:grid-cols-[24px_minmax(0,1fr)_44px] phone:border-t phone:border-line phone:py-2 phone:items-start break-inside-avoid",
        over && "text-ink-3",
      )}
    >
      <td className={cn(cell, "tabular-nums")}>{row.number}</td>
      <td className={cn(cell, "break-words")}>
        <span className={row.state === "dropped" ? "line-through" : undefined}>
          {row.title.value ?? REDACTED}
        </span>
        {row.state === "done" && (
          <Tag tone="good" icon="check" className="ml-1.5">
            Done
          </Tag>
        )}
        {row.state === "dropped" && <Tag className="ml-1.5">Dropped</Tag>}
        {frozenAs !== undefined && (
          <span className="meta block">
            {frozenAs
              ? `In version ${view.summary.version}: ${frozenAs.title}; ${KIND_WORDS[frozenAs.kind]}; ${frozenAs.ownerId ? personName(frozenAs.ownerId) : "no owner"}; ${frozenAs.dueOn ?? "no date"}`
              : `Not in version ${view.summary.version}`}
          </span>
        )}
      </td>
      <td className={cn(cell, "phone:col-start-2 phone:row-start-2")}>{KIND_WORDS[row.kind]}</td>
      <td className={cn(cell, "phone:col-start-2")}>
        {row.ownerId ? (
          personName(row.ownerId)
        ) : over ? (
          "Nobody"
        ) : (
          <Tag tone="warn" icon="incident">
            No owner
          </Tag>
        )}
      </td>
      <td className={cn(cell, "phone:col-start-2 whitespace-nowrap tabular-nums")}>
        <Due row={row} />
      </td>
      <td
        className={cn(
          cell,
          "phone:col-start-3 phone:row-span-4 phone:row-start-1 w-8 pr-0 text-right print:hidden",
        )}
      >
        {mayEdit && (
          <DropdownMenu
            trigger={
              <IconButton size="sm" icon="dots" label={`Follow-up ${row.number}`} aria-busy={end.isPending} />
            }
            items={menuOf(row, { onEdit, onDrop, end: (state) => end.mutate(state) })}
          />
        )}
      </td>
    </tr>
  );
}

function Due({ row }: { row: FollowUpStateRow }) {
  const now = useServerNow({ step: 60_000 });
  if (!row.dueOn) return <span className="text-ink-3">No date</span>;
  const endOfDay = Date.parse(`${row.dueOn}T23:59:59.999Z`);
  const late = row.state === "open" && now > endOfDay;
  return (
    <time dateTime={row.dueOn} className={late ? "text-bad font-medium" : undefined}>
      {formatDayOfAnyYear(Date.parse(row.dueOn), now, "UTC")}
      {late && ", late"}
    </time>
  );
}

interface Acts {
  onEdit: () => void;
  onDrop: () => void;
  end: (state: "done" | "open") => void;
}

function menuOf(row: FollowUpStateRow, { onEdit, onDrop, end }: Acts): MenuItem[] {
  if (row.state !== "open") return [{ label: "Open again", icon: "undo", onSelect: () => end("open") }];
  return [
    { label: "Edit…", icon: "pencil", onSelect: onEdit },
    { label: "Mark as done", icon: "check", onSelect: () => end("done") },
    { label: "Drop…", icon: "cross", onSelect: onDrop },
  ];
}
