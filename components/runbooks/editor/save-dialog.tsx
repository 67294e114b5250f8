"use client";

import Link from "next/link";
import { useState } from "react";
import type { ApiError } from "@/components/api/fetch";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

interface SaveDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** A first version needs no reason. */
  reasonNeeded: boolean;
  /** Only managers and responders publish; without it a draft is all that can be saved. */
  mayPublish: boolean;
  busy: boolean;
  error: ApiError | null;
  /** Where the versions that are in each other's way are compared, and how to go on from the newer. */
  conflict: { href: string; number: number; onRebase: () => void } | null;
  onSave: (how: { why: string; publish: boolean }) => void;
}

/** Asks why, and whether it is a draft. */
export function SaveDialog(props: SaveDialogProps) {
  const { reasonNeeded, conflict, busy, error, onSave } = props;
  const [why, setWhy] = useState("");
  const notYet = reasonNeeded && !why.trim() ? "Say why: it stands beside the version." : undefined;
  const save = (publish: boolean) => onSave({ why: why.trim(), publish });
  return (
    <FormDialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.title}
      confirmLabel={props.mayPublish ? "Save and publish" : "Save draft"}
      onSubmit={() => save(props.mayPublish)}
      busy={busy}
      notYet={notYet}
      error={conflict ? undefined : error?.detail}
      aside={
        props.mayPublish && (
          <Button notYet={notYet} busy={busy} onClick={() => save(false)}>
            Save draft
          </Button>
        )
      }
    >
      <Field
        label="Why"
        required={reasonNeeded}
        optional={!reasonNeeded}
        hint="What is better now. A draft is offered to nobody until it is published."
        error={error?.field("why")}
      >
        <Textarea
          minRows={2}
          maxLength={2_000}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
      </Field>
      {conflict && (
        <Banner
          tone="bad"
          title={error?.detail}
          action={<Button onClick={conflict.onRebase}>Base mine on version {conflict.number}</Button>}
        >
          Your text is kept here.{" "}
          <Link href={conflict.href} target="_blank" className="underline">
            See what changed
          </Link>{" "}
          before yours takes its place.
        </Banner>
      )}
    </FormDialog>
  );
}
