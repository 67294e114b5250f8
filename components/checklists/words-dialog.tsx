"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/incidents/form-dialog";
import { useKept } from "@/components/incidents/use-kept";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Inline } from "@/lib/runbooks/parse/types";
import { ImageField, imageHandlers } from "./image-field";
import { Inlines } from "./inlines";

export interface WordsRequest {
  /** What the words are about, an id: titles repeat, and what was typed for one comes up in no other. */
  about: string;
  title: string;
  /** What is asked for: "Why is it skipped?" */
  label: string;
  hint?: string;
  /** What the runbook says about it, above the question. */
  guide?: { label: string; of: readonly Inline[] };
  confirm: string;
  optional?: boolean;
  /** Without a connection it is kept; without this it waits for one. An image always waits. */
  isKept?: boolean;
  /** @returns whether it was done; if not, the dialog stays with what was typed */
  run: (words: string) => Promise<boolean>;
  /** Takes an image, too; then the words say what it shows, and may be missing. */
  attach?: (file: File, words: string) => Promise<boolean>;
  /** Another way on, for those who may. */
  instead?: { label: string; request: WordsRequest };
}

interface WordsDialogProps {
  request: WordsRequest;
  onClose: () => void;
}

/** Asks for the words that a step's move or a waiver needs. What was typed is there again when the dialog is. */
export function WordsDialog({ request: first, onClose }: WordsDialogProps) {
  const [request, setRequest] = useState(first);
  const kept = `words:${usePathname()}:${request.about}:${request.title}`;
  const [words, setWords, forget] = useKept(kept, "");
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const { attach, instead } = request;

  function takeInstead(other: WordsRequest) {
    setRequest(other);
    setMissing(false);
    setFile(null);
  }

  async function submit() {
    if (!request.optional && !file && words.trim() === "") return setMissing(true);
    setBusy(true);
    const done = attach && file ? await attach(file, words.trim()) : await request.run(words.trim());
    setBusy(false);
    if (!done) return;
    forget();
    onClose();
  }

  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={request.title}
      size="sm"
      confirmLabel={request.confirm}
      onSubmit={() => void submit()}
      busy={busy}
      isKept={request.isKept && !file}
      hears={attach && imageHandlers(setFile)}
      aside={
        instead && (
          <Button variant="quiet" onClick={() => takeInstead(instead.request)}>
            {instead.label}
          </Button>
        )
      }
    >
      {request.guide && (
        <p className="bg-sunken mb-3 rounded-sm px-2.5 py-1.5 break-words">
          <span className="font-medium">{request.guide.label}: </span>
          <Inlines of={request.guide.of} />
        </p>
      )}
      {/* Keyed: the field of another request takes the focus, as the first one did. */}
      <Field
        key={request.label}
        label={file ? "What the image shows (optional)" : request.label}
        hint={file ? "What it shows, for those who cannot see it. It goes on the timeline." : request.hint}
        error={missing && !file && words.trim() === "" ? "Write a few words." : undefined}
      >
        <Textarea
          autoFocus
          minRows={2}
          value={words}
          onChange={(event) => setWords(() => event.target.value)}
        />
      </Field>
      {attach && <ImageField file={file} onFile={setFile} />}
    </FormDialog>
  );
}
