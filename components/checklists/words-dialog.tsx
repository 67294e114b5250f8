"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

export interface WordsRequest {
  title: string;
  /** What is asked for: "Why is it skipped?" */
  label: string;
  hint?: string;
  confirm: string;
  optional?: boolean;
  /** @returns whether it was done; if not, the dialog stays with what was typed */
  run: (words: string) => Promise<boolean>;
}

interface WordsDialogProps {
  request: WordsRequest | null;
  onClose: () => void;
}

/** Asks for the words that a step's move or a waiver needs. */
export function WordsDialog({ request, onClose }: WordsDialogProps) {
  return (
    <Dialog
      open={request !== null}
      onOpenChange={(open) => !open && onClose()}
      title={request?.title ?? ""}
      size="sm"
      sticky
    >
      {request && <WordsForm key={request.title} request={request} onClose={onClose} />}
    </Dialog>
  );
}

function WordsForm({ request, onClose }: { request: WordsRequest; onClose: () => void }) {
  const [words, setWords] = useState("");
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    if (!request.optional && words.trim() === "") return setMissing(true);
    setBusy(true);
    const done = await request.run(words.trim());
    setBusy(false);
    if (done) onClose();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-3">
      <Field
        label={request.label}
        hint={request.hint}
        error={missing && words.trim() === "" ? "Write a few words." : undefined}
      >
        <Textarea
          autoFocus
          minRows={2}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && (event.metaKey || event.ctrlKey) && void submit()}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy} kbd="$mod+Enter">
          {request.confirm}
        </Button>
      </div>
    </form>
  );
}
