"use client";

import { useState } from "react";
import { useWrite } from "@/components/api/use-write";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Written } from "@/lib/incidents/dto";
import type { EntryDialogProps } from "./entry-dialogs";

/** Puts other words in the place of a note's; the earlier ones stay one click away. */
export function CorrectDialog({ line, room, onClose }: EntryDialogProps) {
  const { seq } = line.entry;
  const [begun] = useState(line);
  const [text, setText] = useState(line.sentence.quote ?? "");
  // What the person saw when they began: if somebody corrects it meanwhile, they are told, and build on that.
  const [basedOn, setBasedOn] = useState(line.correctedBy);
  const write = useWrite<Written>(
    () => ({
      method: "PUT",
      path: `/incidents/${room.state.key}/entries/${seq}/correction`,
      body: { text, basedOn },
    }),
    {
      onSuccess: ({ entries }) => {
        room.apply(entries);
        toast.done(`#${seq} corrected`);
        onClose();
      },
      onError: (error) => error.code === "conflict" && setBasedOn(line.correctedBy),
    },
  );
  const overtaken = line.correctedBy !== begun.correctedBy;
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Correct #${seq}`}
      description="The earlier words stay readable."
      confirmLabel="Correct"
      busy={write.isPending}
      notYet={text.trim() === "" ? "Write what it should say." : undefined}
      error={write.error?.detail}
      onSubmit={() => write.mutate()}
    >
      <Field
        label="What it should say"
        hint={overtaken && `It now says: ${line.sentence.quote ?? "[redacted]"}`}
      >
        <Textarea autoFocus minRows={4} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
