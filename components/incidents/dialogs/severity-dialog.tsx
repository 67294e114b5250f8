"use client";

import { useState } from "react";
import { useServerNow } from "@/components/clock/use-server-now";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Textarea } from "@/components/ui/textarea";
import type { Severity } from "@/lib/timeline/events/common";
import { FormDialog } from "../form-dialog";
import type { IncidentDialogProps } from "../incident-view";
import { SEVERITY_OPTIONS, SEVERITY_WORDS } from "../severity-words";
import { severityClockWords } from "./severity-clock.rules";
import { useIncidentWrite } from "../use-incident-write";

/** Changes the severity, with the reason on the timeline; the clock follows. */
export function SeverityDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const is = room.state.severity;
  // With what the person saw: a change by somebody else after that is a conflict, not an overwrite.
  const [chosen, setChosen] = useState<{ from: Severity; to: Severity } | null>(null);
  const to = chosen?.to ?? is;
  const [reason, setReason] = useState("");
  const now = useServerNow();
  const write = useIncidentWrite(
    room,
    () => ({
      method: "PATCH",
      path: "",
      body: { changes: { severity: chosen }, reason: reason.trim() },
    }),
    () => onOpenChange(false),
  );
  // Once they were told, the next try builds on what it is now.
  if (write.error?.code === "conflict" && chosen && chosen.from !== is) setChosen({ from: is, to });
  const missing = reason.trim() ? undefined : "Say why: the reason goes on the timeline.";
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Severity of ${room.state.key}`}
      description={
        // Room for two lines: what is chosen must not move from under the pointer.
        <span aria-live="polite" className="block min-h-[2lh]">
          {severityClockWords(room.state.cadence, to, { now, timeZone: room.timeZone })}
        </span>
      }
      size="sm"
      confirmLabel="Change severity"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={to === is ? "Choose another severity." : missing}
      error={write.error?.message}
    >
      <Field label="Severity" hint={`${SEVERITY_WORDS[to]}. If unsure, take the higher.`}>
        <SegmentedControl
          name="severity"
          options={SEVERITY_OPTIONS}
          value={`${to}`}
          onValueChange={(value) => setChosen({ from: is, to: Number(value) as Severity })}
        />
      </Field>
      <Field label="Reason" required error={write.error?.field("reason")}>
        <Textarea minRows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
