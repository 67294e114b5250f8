"use client";

import { useState } from "react";
import { useDirectoryToChoose } from "@/components/api/directory";
import { useServerNow } from "@/components/clock/use-server-now";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { FollowUpStateRow } from "@/lib/timeline/fold/state";
import { changesOf, type FollowUpFields } from "./follow-ups.rules";
import { useSaveFollowUp } from "./use-follow-up-writes";
import type { SummaryView } from "./use-summary";
import { KIND_WORDS } from "./words";

interface FollowUpDialogProps {
  view: SummaryView;
  /** Null: a new one. */
  row: FollowUpStateRow | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const KINDS = (Object.keys(KIND_WORDS) as FollowUpStateRow["kind"][]).map((value) => ({
  value,
  label: KIND_WORDS[value],
}));

/** Adds a follow-up or changes one. */
export function FollowUpDialog({ view, row, open, onOpenChange }: FollowUpDialogProps) {
  const { people } = useDirectoryToChoose();
  const now = useServerNow({ step: 60_000 });
  const [fields, setFields] = useState<FollowUpFields>({
    title: row?.title.value ?? "",
    kind: row?.kind ?? "prevent",
    ownerId: row?.ownerId ?? null,
    dueOn: row?.dueOn ?? null,
  });
  const set = (part: Partial<FollowUpFields>) => setFields((before) => ({ ...before, ...part }));
  const save = useSaveFollowUp(view, row, () => onOpenChange(false));
  const typed = { ...fields, title: fields.title.trim() };
  const isPast = fields.dueOn !== null && fields.dueOn < new Date(now).toISOString().slice(0, 10);
  const owners = people
    .filter(({ deactivated, id }) => !deactivated || id === fields.ownerId)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={row ? `Follow-up ${row.number}` : "Add a follow-up"}
      confirmLabel={row ? "Save" : "Add"}
      onSubmit={() => save.mutate(typed)}
      busy={save.isPending}
      notYet={whyNot(row, typed)}
      error={save.error?.detail}
    >
      <Field label="What is to be done" required>
        <Input
          maxLength={300}
          value={fields.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <Field label="Kind">
        <SegmentedControl
          name="kind"
          value={fields.kind}
          onValueChange={(kind) => set({ kind })}
          options={KINDS}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Owner">
          <Select
            placeholder="Nobody yet"
            options={owners}
            value={fields.ownerId ?? ""}
            onChange={(event) => set({ ownerId: event.target.value || null })}
          />
        </Field>
        <Field label="Due" hint={isPast ? "This day is over: it is late at once." : undefined}>
          <Input
            type="date"
            value={fields.dueOn ?? ""}
            onChange={(event) => set({ dueOn: event.target.value || null })}
          />
        </Field>
      </div>
    </FormDialog>
  );
}

function whyNot(row: FollowUpStateRow | null, typed: FollowUpFields): string | undefined {
  if (typed.title === "") return "Say what is to be done.";
  return row && Object.keys(changesOf(row, typed)).length === 0 ? "Nothing is changed yet." : undefined;
}
