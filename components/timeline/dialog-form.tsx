"use client";

import { useId, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface DialogFormProps {
  title: string;
  description?: ReactNode;
  confirm: string;
  danger?: boolean;
  busy: boolean;
  /** Why it was not done; what was typed stays. */
  error: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with a form: Enter or ⌘↵ sends it, what was typed is not lost by a click beside it. */
export function DialogForm(props: DialogFormProps) {
  const { title, description, confirm, danger, busy, error, onSubmit, onClose, children } = props;
  const id = useId();
  function submit(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (!busy) onSubmit();
  }
  return (
    <Dialog
      open
      sticky
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={id}
            size="lg"
            variant={danger ? "danger" : "primary"}
            busy={busy}
            kbd="$mod+Enter"
          >
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={submit}
        onKeyDown={(event) => event.key === "Enter" && (event.metaKey || event.ctrlKey) && submit(event)}
        className="grid gap-3"
      >
        {error && (
          <Banner tone="bad" title="Not done">
            {error}
          </Banner>
        )}
        {children}
      </form>
    </Dialog>
  );
}
