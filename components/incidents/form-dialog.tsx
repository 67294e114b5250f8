"use client";

import { useId, useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { useAway, WAITS } from "@/components/live/use-away";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, type DialogProps } from "@/components/ui/dialog";

interface FormDialogProps extends Pick<
  DialogProps,
  "open" | "onOpenChange" | "title" | "description" | "size"
> {
  /** The verb: "Offer command", never "OK". */
  confirmLabel: string;
  /** The way out, where "Cancel" would be read as what the dialog does. */
  wayOutLabel?: string;
  onSubmit: () => void;
  busy?: boolean;
  danger?: boolean;
  /** Why it cannot be confirmed yet. */
  notYet?: string;
  /** It works without a connection: what it does is kept. Everything else waits, and says so. */
  isKept?: boolean;
  /** Why the last try failed; what was typed stays. */
  error?: string;
  /** Before the two buttons, such as another way out. */
  aside?: ReactNode;
  /** What is pasted or dropped anywhere on it. */
  hears?: DialogProps["hears"];
  children: ReactNode;
}

/** A dialog that is a form: Enter in a line or ⌘↵ anywhere confirms, pressing outside does not lose what was typed. */
export function FormDialog(props: FormDialogProps) {
  const { open, onOpenChange, title, description, size, confirmLabel, onSubmit, busy, error } = props;
  const away = useAway() && !props.isKept;
  const notYet = away ? WAITS : props.notYet;
  const form = useId();
  const [touched, setTouched] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy && !notYet) onSubmit();
  }

  function submitByKey(event: KeyboardEvent) {
    // A dialog that was opened from this one is inside it for React only.
    const isHere = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (isHere && event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit(event);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      size={size}
      sticky
      hears={{ ...props.hears, onKeyDown: submitByKey }}
      footer={
        <>
          {props.aside && <span className="phone:basis-full mr-auto">{props.aside}</span>}
          <Button onClick={() => onOpenChange(false)}>{props.wayOutLabel ?? "Cancel"}</Button>
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
        onInput={() => setTouched(true)}
        className="grid grid-cols-1 gap-4"
      >
        {props.children}
        {/* The button that waits says so only to those who point at it. */}
        {(touched || away) && notYet && <p className="meta text-right">{notYet}</p>}
        {error && <Banner tone="bad" title={error} />}
      </form>
    </Dialog>
  );
}
