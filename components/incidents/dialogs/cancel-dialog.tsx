"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";
import { MergeField, type MergeTarget } from "./merge-field";

type Kind = "false_alarm" | "merged";

/** Cancels: a false alarm, or merged into another incident. */
export function CancelDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const [kind, setKind] = useState<Kind>("false_alarm");
  const [reason, setReason] = useState("");
  const [target, setTarget] = useState<MergeTarget | null>(null);
  const { key } = room.state;
  const merged = kind === "merged";
  const write = useIncidentWrite(
    room,
    () => ({
      method: "PUT",
      path: "/cancellation",
      body: { reason: reason.trim(), mergedInto: merged ? target?.key : null },
    }),
    () => onOpenChange(false),
  );
  const atField = write.error?.field("reason") ?? write.error?.field("mergedInto");
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={merged ? `Merge ${key} into another incident` : `Cancel ${key}`}
      description={
        merged ? "Work goes on there; the clock of this one stops." : "The clock stops. Nothing is deleted."
      }
      size="sm"
      danger
      confirmLabel={merged ? `Merge ${key}${target ? ` into ${target.key}` : ""}` : `Cancel ${key}`}
      wayOutLabel="Keep it open"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={whyNot(reason, merged, target)}
      error={atField ? undefined : write.error?.message}
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
        <MergeField
          state={room.state}
          value={target}
          onChange={setTarget}
          error={write.error?.field("mergedInto")}
        />
      )}
      <Field label="Reason" required error={write.error?.field("reason")}>
        <Textarea minRows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

function whyNot(reason: string, merged: boolean, target: MergeTarget | null): string | undefined {
  if (merged && !target) return "Choose the other incident.";
  return reason.trim() ? undefined : "Give a reason.";
}
