import { cn } from "@/components/ui/cn";
import { STATUS_WORDS, TRACK, type IncidentStatus } from "./types";

interface StatusTrackProps {
  status: IncidentStatus;
  /** Narrower parts, for a pill. */
  small?: boolean;
}

/** Where a status lies on the way from declared to resolved. The word belongs beside it. */
export function StatusTrack({ status, small = false }: StatusTrackProps) {
  const position = status === "closed" ? TRACK.length : TRACK.findIndex((part) => part === status);
  return (
    <span aria-hidden className="inline-flex items-center gap-0.5">
      {TRACK.map((part, index) => (
        <span
          key={part}
          className={cn(
            "forced-fill rounded-xs",
            small ? "w-2" : "w-3.5",
            index === position ? "bg-ink h-2" : "h-1",
            index < position && "bg-ink-3",
            index > position && "bg-card",
          )}
        />
      ))}
    </span>
  );
}

/** The track with its word, as lists and facts show it. */
export function StatusWord({ status }: { status: IncidentStatus }) {
  return (
    <span className="inline-flex items-center gap-1.75 whitespace-nowrap">
      <StatusTrack status={status} />
      {STATUS_WORDS[status]}
    </span>
  );
}
