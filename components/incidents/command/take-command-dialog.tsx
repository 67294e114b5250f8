"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";
import { offerWords, type CommandView } from "./command-view.rules";
import { HandOverBrief } from "./hand-over-brief";

interface TakeCommandDialogProps extends IncidentDialogProps {
  view: Extract<CommandView, { kind: "theirs" }> & { now: number };
}

/** Takes command unasked, with a reason; or says why that is not possible now. */
export function TakeCommandDialog({ room, view, open, onOpenChange }: TakeCommandDialogProps) {
  const { whyNot, offer, now } = view;
  const [reason, setReason] = useState("");
  const commander = room.state.commanderId;
  const write = useIncidentWrite(
    room,
    () => ({ method: "POST", path: "/command-takeovers", body: { reason: reason.trim() } }),
    () => onOpenChange(false),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Take command of ${room.state.key}`}
      description={
        commander ? `${room.names.person(commander)} has command and is told.` : "Nobody has command."
      }
      confirmLabel="Take command"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={whyNot ?? (reason.trim() ? undefined : "Give a reason.")}
      error={write.error?.message}
    >
      {offer && (
        <p>
          It is offered to {room.names.person(offer.toId)}, {offerWords(offer.at, now)}. Whoever takes command
          ends the offer.
        </p>
      )}
      {whyNot ? (
        <Banner title={whyNot} />
      ) : (
        <Field label="Why" required>
          <Textarea
            autoFocus
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
      <HandOverBrief room={room} />
    </FormDialog>
  );
}
