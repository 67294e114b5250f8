import { Icon } from "@/components/ui/icon";
import { StatusTrack } from "./status-track";
import { STATUS_WORDS, type IncidentStatus } from "./types";

/** The status as a pill: its word and its place on the way; closed has a lock, cancelled a cross. */
export function StatusPill({ status }: { status: IncidentStatus }) {
  return (
    <span className="border-card bg-surface text-ink-2 inline-flex h-5 items-center gap-1.25 rounded-full border px-1.75 text-xs font-medium whitespace-nowrap">
      {status === "closed" && <Icon name="lock" size="xs" />}
      {status === "cancelled" && <Icon name="cross" size="xs" />}
      {status !== "closed" && status !== "cancelled" && <StatusTrack status={status} small />}
      {STATUS_WORDS[status]}
    </span>
  );
}
