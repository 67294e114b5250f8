"use client";

import { useState } from "react";
import { factsOf } from "@/components/incidents/incident-view";
import type { RoomView } from "@/components/room/use-room-view";
import { Button, ButtonLink } from "@/components/ui/button";
import { later } from "@/components/ui/later";
import { can } from "@/lib/auth/policy.rules";
import { isOpen } from "@/lib/incidents/status.rules";
import { isAtLeast } from "@/lib/kernel/actor";
import type { SummaryStateRow } from "@/lib/timeline/fold/state";

const CloseDialog = later(() =>
  import("@/components/incidents/dialogs/close-dialog").then((m) => m.CloseDialog),
);

/** What comes after an incident: its summary, and closing it, as they concern this person now. */
export function SummaryNext({ room }: { room: RoomView }) {
  const { state, me, mayAct } = room;
  const [closing, setClosing] = useState(false);
  // One of before a reopening waits until it is resolved again.
  if (!state.summary || isOpen(state.status)) return null;
  const reviews = state.summary.state === "in_review" && isAtLeast(me.accessRole, "manager");
  const writes = mayAct && (state.summary.state === "draft" || state.summary.state === "returned");
  const toClose = state.summary.state === "signed_off" && state.status === "resolved";
  const closes = toClose && can(me, "incident.close", factsOf(state));
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-2">
      {closes && (
        <Button variant="primary" icon="lock" onClick={() => setClosing(true)}>
          Close {state.key}…
        </Button>
      )}
      <ButtonLink
        href={`/reviews/${state.key}`}
        variant={reviews || writes ? "primary" : "secondary"}
        icon="review"
      >
        {writes ? WRITES[state.summary.state] : reviews ? "Review the summary" : "Read the summary"}
      </ButtonLink>
      {toClose && !closes && <p className="meta">Whoever commanded closes it, or a manager.</p>}
      {closing && <CloseDialog room={room} open onOpenChange={setClosing} />}
    </div>
  );
}

const WRITES: Partial<Record<SummaryStateRow["state"], string>> = {
  draft: "Write the summary",
  returned: "Work on the returned summary",
};
