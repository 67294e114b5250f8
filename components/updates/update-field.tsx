"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import type { UpdateField } from "@/lib/updates/draft-body.rules";
import { textOf } from "@/lib/updates/lines.rules";
import { CitedTextarea } from "./cited-textarea";
import { FIELD_LABELS } from "./field-labels";
import type { Composer } from "./use-composer";

const EMPTY: Record<UpdateField, string> = {
  current: "How things stand now, for whom.",
  progress: "What was done about it, and what is under way.",
  blockers: "What holds the work up.",
};

interface UpdateFieldProps {
  composer: Composer;
  field: UpdateField;
  incidentKey: string;
  /** After the label: the incident's status. */
  note?: ReactNode;
  /** At the end of the label's line. */
  aside?: ReactNode;
  error?: string;
  readOnly: boolean;
}

/** One part of the update with its sources. */
export function UpdateFieldEditor(props: UpdateFieldProps) {
  const { composer, field, incidentKey, note, aside, error, readOnly } = props;
  const lines = composer.work.body[field];
  return (
    <Field
      label={
        <>
          {FIELD_LABELS[field]}
          {note && <span className="meta phone:text-sm ml-2 font-normal">{note}</span>}
        </>
      }
      aside={aside}
      error={error}
      required={field === "current"}
    >
      <CitedTextarea
        name={field}
        lines={lines}
        value={textOf(lines)}
        onValueChange={(text) => composer.edit(field, text)}
        hrefOf={(seq) => `/incidents/${incidentKey}#entry-${seq}`}
        placeholder={EMPTY[field]}
        readOnly={readOnly}
        autoFocus={field === "current"}
      />
    </Field>
  );
}
