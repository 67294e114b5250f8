"use client";

import { useState } from "react";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps } from "../incident-view";
import { PersonChoice } from "../people/person-choice";
import { useIncidentWrite } from "../use-incident-write";
import { AcknowledgeButton } from "./acknowledge-button";

/** Nobody has acknowledged yet: somebody is asked to command. */
export function AskDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const [personId, setPersonId] = useState<string | null>(null);
  const write = useIncidentWrite(
    room,
    () => ({ method: "PUT", path: "/commander", body: { personId } }),
    () => onOpenChange(false),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Who commands ${room.state.key}?`}
      description="Say “I have command”, or ask somebody: they are told on every screen."
      size="sm"
      confirmLabel="Ask"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={personId ? undefined : "Choose a person."}
      error={write.error?.message}
      aside={<AcknowledgeButton room={room} onDone={() => onOpenChange(false)} />}
    >
      <PersonChoice
        label="Who"
        room={room}
        value={personId}
        onValueChange={setPersonId}
        without={[room.state.commanderId, room.me.id]}
      />
    </FormDialog>
  );
}
