"use client";

import { useState } from "react";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { FollowUpStateRow } from "@/lib/timeline/fold/state";
import { useDropFollowUp } from "./use-follow-up-writes";
import type { SummaryView } from "./use-summary";

interface DropDialogProps {
  view: SummaryView;
  row: FollowUpStateRow;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Ends a follow-up that nobody will do, with the reason. */
export function DropDialog({ view, row, open, onOpenChange }: DropDialogProps) {
  const [reason, setReason] = useState("");
  const drop = useDropFollowUp(view, row, () => onOpenChange(false));
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title={`Drop follow-up ${row.number}`}
      description={row.title.value ?? undefined}
      confirmLabel="Drop it"
      onSubmit={() => drop.mutate(reason.trim())}
      busy={drop.isPending}
      notYet={reason.trim() === "" ? "Say why it is dropped." : undefined}
      error={drop.error?.detail}
    >
      <Field label="Why" required>
        <Textarea
          minRows={2}
          maxLength={2_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
