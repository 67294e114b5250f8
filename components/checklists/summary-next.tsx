"use client";

import type { RoomView } from "@/components/room/use-room-view";
import { ButtonLink } from "@/components/ui/button";
import { isOpen } from "@/lib/incidents/status.rules";
import { isAtLeast } from "@/lib/kernel/actor";
import type { SummaryStateRow } from "@/lib/timeline/fold/state";

/** What comes after an incident: its summary, as it concerns this person now. */
export function SummaryNext({ room: { state, me, mayAct } }: { room: RoomView }) {
  // One of before a reopening waits until it is resolved again.
  if (!state.summary || isOpen(state.status)) return null;
  const reviews = state.summary.state === "in_review" && isAtLeast(me.accessRole, "manager");
  const writes = mayAct && (state.summary.state === "draft" || state.summary.state === "returned");
  return (
    <ButtonLink
      href={`/reviews/${state.key}`}
      variant={reviews || writes ? "primary" : "secondary"}
      icon="review"
      className="mt-2.5"
    >
      {writes ? WRITES[state.summary.state] : reviews ? "Review the summary" : "Read the summary"}
    </ButtonLink>
  );
}

const WRITES: Partial<Record<SummaryStateRow["state"], string>> = {
  draft: "Write the summary",
  returned: "Work on the returned summary",
};
