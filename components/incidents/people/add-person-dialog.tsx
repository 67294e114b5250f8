"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { IncidentRole } from "@/lib/timeline/events/common";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps } from "../incident-view";
import { PersonChoice } from "./person-choice";
import { usePeopleWrites } from "./use-people-writes";

const OPTIONS: { value: IncidentRole; label: string }[] = [
  { value: "responder", label: "Responder" },
  { value: "deputy", label: "Deputy" },
  { value: "communications_lead", label: "Communications lead" },
  { value: "scribe", label: "Scribe" },
];

/** Brings somebody into the incident, with a role. */
export function AddPersonDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const [personId, setPersonId] = useState<string | null>(null);
  const [role, setRole] = useState<IncidentRole>("responder");
  const { give } = usePeopleWrites(room);
  const present = room.state.participants.filter(({ leftAt }) => leftAt === null);
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add somebody"
      description="They are told on every screen."
      size="sm"
      confirmLabel="Add"
      onSubmit={() => personId && give.mutate({ personId, role }, { onSuccess: () => onOpenChange(false) })}
      busy={give.isPending}
      notYet={personId ? undefined : "Choose a person."}
      error={give.error?.message}
    >
      <PersonChoice
        label="Who"
        room={room}
        value={personId}
        onValueChange={setPersonId}
        without={[room.state.commanderId, ...present.map((seat) => seat.personId)]}
      />
      <Field label="As" hint="There is one deputy, one communications lead and one scribe at a time.">
        <Select
          options={OPTIONS}
          value={role}
          onChange={(event) => setRole(event.target.value as IncidentRole)}
        />
      </Field>
    </FormDialog>
  );
}
