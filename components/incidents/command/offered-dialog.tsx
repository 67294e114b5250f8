"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatTime } from "@/lib/kernel/clock-times";
import { clockSlotOf } from "../clock-slot";
import type { IncidentDialogProps } from "../incident-view";
import { offerWords, type CommandView } from "./command-view.rules";
import { WithdrawButton } from "./withdraw-button";

interface OfferedDialogProps extends IncidentDialogProps {
  view: Extract<CommandView, { kind: "offered" }> & { now: number };
}

/** My offer stands and waits for its answer. */
export function OfferedDialog({ room, view, open, onOpenChange }: OfferedDialogProps) {
  const name = room.names.person(view.toId);
  const slot = clockSlotOf(room.state.cadence);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Offered to ${name}`}
      description={offerWords(view.at, view.now)}
      size="sm"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Close</Button>
          <WithdrawButton room={room} onDone={() => onOpenChange(false)} />
        </>
      }
    >
      <p>
        You have command until {name} accepts.
        {slot && ` The update stays due at ${formatTime(slot.dueAt, room.timeZone)}.`}
      </p>
    </Dialog>
  );
}
