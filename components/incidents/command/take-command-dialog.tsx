"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";
import { HandOverBrief } from "./hand-over-brief";

/** Takes command unasked, with a reason; or says why that is not possible now. */
export function TakeCommandDialog(props: IncidentDialogProps & { whyNot: string | null }) {
  const { room, whyNot, open, onOpenChange } = props;
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
