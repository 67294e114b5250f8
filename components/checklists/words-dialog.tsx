"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { ImageField, imageHandlers } from "./image-field";

export interface WordsRequest {
  title: string;
  /** What is asked for: "Why is it skipped?" */
  label: string;
  hint?: string;
  confirm: string;
  optional?: boolean;
  /** @returns whether it was done; if not, the dialog stays with what was typed */
  run: (words: string) => Promise<boolean>;
  /** Takes an image, too; then the words say what it shows, and may be missing. */
  attach?: (file: File, words: string) => Promise<boolean>;
  /** Another way on, for those who may. */
  instead?: { label: string; request: WordsRequest };
}

interface WordsDialogProps {
  request: WordsRequest | null;
  onClose: () => void;
}

/** Asks for the words that a step's move or a waiver needs. */
export function WordsDialog({ request, onClose }: WordsDialogProps) {
  const [instead, setInstead] = useState<WordsRequest | null>(null);
  const shown = instead ?? request;
  return (
    <Dialog
      open={request !== null}
      onOpenChange={(open) => !open && onClose()}
      title={shown?.title ?? ""}
      size="sm"
      sticky
    >
      {shown && <WordsForm key={shown.title} request={shown} onClose={onClose} onInstead={setInstead} />}
    </Dialog>
  );
}

interface WordsFormProps {
  request: WordsRequest;
  onClose: () => void;
  onInstead: (request: WordsRequest) => void;
}

function WordsForm({ request, onClose, onInstead }: WordsFormProps) {
  const [words, setWords] = useState("");
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const { attach, instead } = request;

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    if (!request.optional && !file && words.trim() === "") return setMissing(true);
    setBusy(true);
    const done = attach && file ? await attach(file, words.trim()) : await request.run(words.trim());
    setBusy(false);
    if (done) onClose();
  }

  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="space-y-3"
      {...(attach && imageHandlers(setFile))}
    >
      <Field
        label={file ? "What the image shows (optional)" : request.label}
        hint={file ? "For who cannot see it. It goes on the timeline." : request.hint}
        error={missing && !file && words.trim() === "" ? "Write a few words." : undefined}
      >
        <Textarea
          autoFocus
          minRows={2}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && (event.metaKey || event.ctrlKey) && void submit()}
        />
      </Field>
      {attach && <ImageField file={file} onFile={setFile} />}
      <div className="flex flex-wrap justify-end gap-2">
        {instead && (
          <Button variant="quiet" className="mr-auto" onClick={() => onInstead(instead.request)}>
            {instead.label}
          </Button>
        )}
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy} kbd="$mod+Enter">
          {request.confirm}
        </Button>
      </div>
    </form>
  );
}
