"use client";

import type { ReactNode } from "react";
import { Banner } from "./banner";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What happens, as a question or a statement. */
  title: string;
  description: ReactNode;
  /** The verb: "Resolve INC-42", never "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  onConfirm: () => void;
  busy?: boolean;
  danger?: boolean;
  /** Why it cannot be confirmed yet. */
  notYet?: string;
  /** Why the last try failed. */
  error?: string;
  /** More to fill in, such as a reason. */
  children?: ReactNode;
}

/** Asks before something that cannot be undone. The button shows progress and keeps its width. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, description, confirmLabel, cancelLabel = "Cancel", onConfirm } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      size="sm"
      sticky={Boolean(props.children)}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{cancelLabel}</Button>
          <Button
            variant={props.danger ? "danger" : "primary"}
            onClick={onConfirm}
            busy={props.busy}
            notYet={props.notYet}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {props.children}
        {props.error && <Banner tone="bad" title={props.error} />}
      </div>
    </Dialog>
  );
}
