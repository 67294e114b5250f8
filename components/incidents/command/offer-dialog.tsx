"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps } from "../incident-view";
import { PersonChoice } from "../people/person-choice";
import { useIncidentWrite } from "../use-incident-write";
import { HandOverBrief } from "./hand-over-brief";

/** The commander offers command; it stays with them until it is accepted. */
export function OfferDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const [personId, setPersonId] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const write = useIncidentWrite(
    room,
    () => ({ method: "PUT", path: "/command-offer", body: { personId, note: note.trim() || null } }),
    () => onOpenChange(false),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Hand over ${room.state.key}`}
      description="You have command until they accept. The clock runs on."
      confirmLabel="Offer command"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={personId ? undefined : "Choose who gets it."}
      error={write.error?.message}
    >
      <PersonChoice
        label="To whom"
        room={room}
        value={personId}
        onValueChange={setPersonId}
        without={[room.me.id]}
      />
      <Field label="What they must know besides" optional>
        <Textarea minRows={2} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <section className="grid gap-1.5" aria-label="Brief">
        <h3 className="font-semibold">They get this brief</h3>
        <HandOverBrief room={room} />
      </section>
    </FormDialog>
  );
}
