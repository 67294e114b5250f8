"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";

type Kind = "false_alarm" | "merged";

/** Cancels: a false alarm, or merged into another incident. */
export function CancelDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const [kind, setKind] = useState<Kind>("false_alarm");
  const [reason, setReason] = useState("");
  const [other, setOther] = useState("");
  const merged = kind === "merged";
  const write = useIncidentWrite(
    room,
    () => ({
      method: "PUT",
      path: "/cancellation",
      body: { reason: reason.trim(), mergedInto: merged ? other.trim() : null },
    }),
    () => onOpenChange(false),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Cancel ${room.state.key}`}
      description="The clock stops. Nothing is deleted."
      size="sm"
      danger
      confirmLabel={`Cancel ${room.state.key}`}
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={whyNot(reason, merged, other)}
      error={write.error?.message}
    >
      <RadioGroup<Kind>
        name="kind"
        label="Why it ends"
        value={kind}
        onValueChange={setKind}
        options={[
          { value: "false_alarm", label: "A false alarm" },
          { value: "merged", label: "Merged into another incident", hint: "It stays there for good." },
        ]}
      />
      {merged && (
        <Field label="Into which" required error={write.error?.field("mergedInto")}>
          <Input
            placeholder="INC-42"
            autoCapitalize="characters"
            value={other}
            onChange={(event) => setOther(event.target.value)}
          />
        </Field>
      )}
      <Field label="Reason" required error={write.error?.field("reason")}>
        <Textarea minRows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

function whyNot(reason: string, merged: boolean, other: string): string | undefined {
  if (merged && !other.trim()) return "Name the other incident.";
  return reason.trim() ? undefined : "Give a reason.";
}
