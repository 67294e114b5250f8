"use client";

import { useState } from "react";
import { useWrite } from "@/components/api/use-write";
import { Checkbox } from "@/components/ui/checkbox";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Written } from "@/lib/incidents/dto";
import type { EntryDialogProps } from "./entry-dialogs";

const SHOWN = 160;

/** Deletes words for good, after asking which and why. */
export function RedactDialog({ line, room, onClose }: EntryDialogProps) {
  const { seq, kind } = line.entry;
  const [texts] = useState(line.texts);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(texts.map(({ id }) => id)));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const write = useWrite<Written>(
    () => ({
      method: "POST",
      path: `/incidents/${room.state.key}/redactions`,
      body: { textIds: [...chosen], reason },
    }),
    {
      onSuccess: ({ entries }) => {
        room.apply(entries);
        toast.done(`Words of #${seq} redacted`);
        onClose();
      },
    },
  );
  function choose(id: string, on: boolean) {
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
  }
  function submit() {
    setTried(true);
    if (chosen.size > 0 && reason.trim() !== "") write.mutate();
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Redact #${seq}`}
      description="The words are deleted for good, for everyone. The timeline keeps that they were there, who redacted them, and why. What was already sent elsewhere stays there."
      confirmLabel="Redact"
      danger
      busy={write.isPending}
      error={write.error?.detail}
      onSubmit={submit}
    >
      <fieldset className="grid gap-1">
        <legend className="font-semibold">Which words</legend>
        {texts.map(({ id, words }) => (
          <Checkbox
            key={id}
            checked={chosen.has(id)}
            onChange={(event) => choose(id, event.target.checked)}
            label={words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words}
          />
        ))}
        {kind === "placeholder.filled" && (
          <p className="meta">What was asked with it by checks goes, too, and what came back.</p>
        )}
        {tried && chosen.size === 0 && (
          <p role="alert" className="text-bad text-xs font-medium">
            Choose at least one.
          </p>
        )}
      </fieldset>
      <Field label="Why" error={tried && reason.trim() === "" && "Give a reason."}>
        <Textarea
          autoFocus
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder="A password was pasted"
        />
      </Field>
    </FormDialog>
  );
}
