"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";

/** Opens an incident again. */
export function ReopenDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const { state } = room;
  const [reason, setReason] = useState("");
  const write = useIncidentWrite(
    room,
    () => ({ method: "POST", path: "/reopenings", body: { reason: reason.trim() } }),
    () => onOpenChange(false),
  );
  // Who was only asked to command has not taken it.
  const commanderId = state.commandSince && state.commanderId;
  const command = commanderId ? `${room.names.person(commanderId)} has command.` : "You take command.";
  const signedOff = state.summary?.state === "signed_off" ? " The sign-off stays with its version." : "";
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Reopen ${state.key}`}
      description={`It is investigated again, and an update is due one interval from now. ${command}${signedOff}`}
      size="sm"
      confirmLabel="Reopen"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={reason.trim() ? undefined : "Give a reason."}
      error={write.error?.message}
    >
      <Field label="Reason" required>
        <Textarea autoFocus minRows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
