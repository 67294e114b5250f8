"use client";

import { useTimeZone } from "@/components/clock/use-server-now";
import { Button } from "@/components/ui/button";
import { Cite } from "@/components/ui/cite";
import { PanelHead } from "@/components/ui/panel";
import type { DraftItem } from "@/lib/updates/draft-body.rules";
import { formatTime } from "@/lib/kernel/clock-times";

interface LeftOutProps {
  items: readonly DraftItem[];
  /** Of so many entries in all. */
  total: number;
  incidentKey: string;
  onAdd: (item: DraftItem) => void;
}

/** What happened since the last update and no line cites, as it is given. */
export function LeftOut({ items, total, incidentKey, onAdd }: LeftOutProps) {
  const timeZone = useTimeZone();
  if (items.length === 0) return null;
  return (
    <section className="border-line border-t pt-1 pb-2" aria-label="Not in the draft">
      <PanelHead title="Not in the draft" count={`${items.length} of ${total}`} />
      <ul>
        {items.map((item) => (
          <li key={item.seq} className="flex min-h-9.5 items-center gap-3 px-4 py-1">
            <span className="meta tabular-nums">{formatTime(Date.parse(item.at), timeZone)}</span>
            <span className="line-clamp-2 min-w-0 flex-1">
              {item.sentence} <Cite seq={item.seq} href={`/incidents/${incidentKey}#entry-${item.seq}`} />
            </span>
            <Button size="sm" icon="plus" aria-label={`Add entry ${item.seq}`} onClick={() => onAdd(item)}>
              Add
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
