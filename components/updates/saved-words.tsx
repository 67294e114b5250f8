"use client";

import { useTimeZone } from "@/components/clock/use-server-now";
import { Icon } from "@/components/ui/icon";
import { formatTimeWithSeconds } from "@/lib/kernel/clock-times";
import type { Work } from "./draft-keeper";

/** Whether the draft is safe, and since when. */
export function SavedWords({ work }: { work: Work }) {
  const timeZone = useTimeZone();
  const { saving, savedAt } = work;
  if (saving === "failed")
    return <span className="text-warn text-xs">Not saved yet, kept on this device</span>;
  if (saving !== "no") return <span className="meta">Saving…</span>;
  if (savedAt === null) return null;
  return (
    <span className="meta flex items-center gap-1.5 tabular-nums">
      <Icon name="check" size="xs" />
      Draft saved {formatTimeWithSeconds(Date.parse(savedAt), timeZone)}
    </span>
  );
}
