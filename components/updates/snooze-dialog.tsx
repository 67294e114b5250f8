"use client";

import { useState } from "react";
import { useServerNow } from "@/components/clock/use-server-now";
import { FormDialog } from "@/components/incidents/form-dialog";
import type { IncidentDialogProps } from "@/components/incidents/incident-view";
import { useIncidentWrite } from "@/components/incidents/use-incident-write";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Textarea } from "@/components/ui/textarea";
import { advance } from "@/lib/updates/advance.rules";
import { formatTimeWithZone } from "@/lib/kernel/clock-times";

const CHOICES = ["5", "10", "15", "30", "60"] as const;
type Choice = (typeof CHOICES)[number];
const OPTIONS = CHOICES.map((value) => ({ value, label: value === "60" ? "1 h" : `${value} min` }));

/** Moves the open slot to a later time: once, with a reason that everybody reads. */
export function SnoozeDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const now = useServerNow({ step: 10_000 });
  const [minutes, setMinutes] = useState<Choice>("15");
  const [reason, setReason] = useState("");
  const { open: slot } = advance(room.state.cadence, now).state;
  const until = slot && slot.dueAt + Number(minutes) * 60_000;
  const write = useIncidentWrite(
    room,
    () => ({
      method: "PUT",
      path: "/clock/snooze",
      body: { until: new Date(until ?? now).toISOString(), reason },
    }),
    () => onOpenChange(false),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={slot ? `Snooze update ${slot.update}` : "Snooze"}
      description="Once for this update. The room and the timeline say so, and why."
      size="sm"
      confirmLabel="Snooze"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={whyNot(slot, now, reason)}
      error={write.error?.message}
    >
      <Field
        label="Later by"
        hint={until === null ? undefined : `Due at ${formatTimeWithZone(until, room.timeZone)} then.`}
      >
        <SegmentedControl
          name="snooze"
          value={minutes}
          onValueChange={setMinutes}
          options={OPTIONS}
          size="lg"
        />
      </Field>
      <Field label="Why it can wait" required error={write.error?.field("reason")}>
        <Textarea minRows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

function whyNot(
  slot: { update: number; dueAt: number; snoozeUsed: boolean } | null,
  now: number,
  reason: string,
): string | undefined {
  if (!slot) return "No update is due.";
  if (slot.snoozeUsed) return `Update ${slot.update} was snoozed once already. Post it.`;
  if (now >= slot.dueAt) return `Update ${slot.update} is overdue. Post it.`;
  return reason.trim() === "" ? "Say why it can wait." : undefined;
}
