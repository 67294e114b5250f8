"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { decideClose } from "@/lib/incidents/status.rules";
import { isAtLeast } from "@/lib/kernel/actor";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps, IncidentView } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";

/** Closes: the summary is signed off, or a manager says why a mild one needs none. */
export function CloseDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const { state } = room;
  const [reason, setReason] = useState("");
  const write = useIncidentWrite(
    room,
    () => ({ method: "PUT", path: "/closure", body: { reason: reason.trim() || null } }),
    () => onOpenChange(false),
  );
  const answer = decide(room, reason.trim() || null);
  const withoutSummary = state.summary?.state !== "signed_off";
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Close ${state.key}`}
      description={withoutSummary ? "Its summary is not signed off." : "Its summary is signed off."}
      size="sm"
      confirmLabel="Close"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={answer.ok ? undefined : answer.message}
      error={write.error?.message}
    >
      {!answer.ok && <p className="text-ink-2">{answer.message}</p>}
      <Field
        label={withoutSummary ? "Why it needs no summary" : "Remark"}
        required={withoutSummary}
        optional={!withoutSummary}
      >
        <Textarea autoFocus minRows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

function decide({ state, me }: IncidentView, reason: string | null) {
  return decideClose({
    from: state.status,
    severity: state.severity,
    signedOff: state.summary?.state === "signed_off",
    isManager: isAtLeast(me.accessRole, "manager"),
    reason,
    missing: state.criteria
      .filter((row) => row.gate === "closed" && row.state === "open")
      .map(({ text, bySignOff }) => ({ text: text.value ?? "a redacted criterion", bySignOff })),
  });
}
