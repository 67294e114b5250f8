"use client";

import { Button } from "@/components/ui/button";
import { formatTime } from "@/lib/kernel/clock-times";
import type { TimelineView } from "./view.rules";

/** What came while the reader was further down. */
export function Waiting({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div className="sticky top-1.5 z-10 flex h-0 justify-center" role="status">
      <Button size="sm" variant="primary" icon="chevron-up" className="shadow-pop" onClick={onShow}>
        {count} new
      </Button>
    </div>
  );
}

interface ElsewhereProps {
  around: NonNullable<TimelineView["around"]>;
  timeZone: string;
  onBack: () => void;
}

/** Says that an earlier place is shown. */
export function Elsewhere({ around, timeZone, onBack }: ElsewhereProps) {
  const place = "at" in around ? formatTime(Date.parse(around.at), timeZone) : `#${around.seq}`;
  return (
    <div className="bg-selected sticky top-0 z-10 flex h-8 items-center gap-2 px-4">
      <span className="meta">Around {place}</span>
      <Button size="sm" variant="quiet" className="ml-auto" onClick={onBack}>
        Back to now
      </Button>
    </div>
  );
}
