"use client";

import { useId, useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { useAway, WAITS } from "@/components/live/use-away";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface FormDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** The verb: "Offer command", never "OK". */
  confirmLabel: string;
  onSubmit: () => void;
  busy?: boolean;
  danger?: boolean;
  /** Why it cannot be confirmed yet. */
  notYet?: string;
  /** Why the last try failed; what was typed stays. */
  error?: string;
  /** Before the two buttons, such as another way out. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A dialog that is a form: Enter in a line or ⌘↵ anywhere confirms, pressing outside does not lose what was typed. */
export function FormDialog(props: FormDialogProps) {
  const { open, onOpenChange, title, description, size, confirmLabel, onSubmit, busy, error } = props;
  const away = useAway();
  const notYet = away ? WAITS : props.notYet;
  const form = useId();
  const [touched, setTouched] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy && !notYet) onSubmit();
  }

  function submitByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit(event);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      size={size}
      sticky
      footer={
        <>
          {props.aside && <span className="phone:basis-full mr-auto">{props.aside}</span>}
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant={props.danger ? "danger" : "primary"}
            busy={busy}
            notYet={notYet}
            kbd="$mod+Enter"
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={submit}
        onKeyDown={submitByKey}
        onInput={() => setTouched(true)}
        className="grid gap-4"
      >
        {props.children}
        {/* The button that waits says so only to those who point at it. */}
        {(touched || away) && notYet && <p className="meta text-right">{notYet}</p>}
        {error && <Banner tone="bad" title={error} />}
      </form>
    </Dialog>
  );
}
