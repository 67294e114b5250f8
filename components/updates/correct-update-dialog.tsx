"use client";

import { FormDialog } from "@/components/incidents/form-dialog";
import type { IncidentView } from "@/components/incidents/incident-view";
import { useIncidentWrite } from "@/components/incidents/use-incident-write";
import { useKept } from "@/components/incidents/use-kept";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

interface CorrectUpdateDialogProps {
  room: IncidentView;
  number: number;
  onClose: () => void;
}

/** Says what was wrong in a posted update. The update itself stays readable as it was. */
export function CorrectUpdateDialog({ room, number, onClose }: CorrectUpdateDialogProps) {
  const [text, setText, forget] = useKept(`correct-update:${room.state.id}:${number}`, "");
  const write = useIncidentWrite(
    room,
    () => ({ method: "POST", path: `/updates/${number}/corrections`, body: { text } }),
    () => {
      forget();
      onClose();
    },
  );
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Correct update ${number}`}
      description="Goes to the same places, marked as a correction. What was posted stays as it is."
      size="sm"
      confirmLabel="Post the correction"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={text.trim() === "" ? "Write what was wrong, and what is right." : undefined}
      error={write.error && !write.error.field("text") ? write.error.message : undefined}
    >
      <Field label="What was wrong, and what is right" required error={write.error?.field("text")}>
        <Textarea value={text} onChange={(event) => setText(() => event.target.value)} />
      </Field>
    </FormDialog>
  );
}
