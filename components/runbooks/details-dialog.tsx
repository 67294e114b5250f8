"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDirectoryToChoose } from "@/components/api/directory";
import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { FormDialog } from "@/components/incidents/form-dialog";
import { PickMany } from "@/components/incidents/pick-many";
import { leftOver } from "@/components/incidents/pick.rules";
import { PickOne } from "@/components/incidents/pick-one";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { RunbookDto } from "@/lib/runbooks/dto";
import { changesOf, formOf, rebased, type DetailsForm } from "./details.rules";
import { runbookKeys } from "./keys";
import { useTags } from "./library-filters";

interface DetailsDialogProps {
  runbook: RunbookDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Changes owner, tags, services and the day of review. */
export function DetailsDialog({ runbook, open, onOpenChange }: DetailsDialogProps) {
  const client = useQueryClient();
  const { people, services } = useDirectoryToChoose();
  const { tags } = useTags();
  // What the person began from: what somebody else changes meanwhile is a conflict, not an overwrite.
  const [before, setBefore] = useState(runbook);
  const [form, setForm] = useState(() => formOf(runbook));
  const [words, setWords] = useState("");
  const offered = services.filter(({ id, archived }) => !archived || before.serviceIds.includes(id));
  const set = (part: Partial<DetailsForm>) => setForm((known) => ({ ...known, ...part }));
  const changes = changesOf(before, form);
  const save = useWrite<{ slug: string }>(
    () => ({ method: "PATCH", path: `/runbooks/${runbook.slug}/details`, body: { changes } }),
    {
      onSuccess: () => onOpenChange(false),
      onSettled: () => client.invalidateQueries({ queryKey: runbookKeys.all }),
    },
  );
  // Once they were told, the next try builds on what it is now.
  if (save.error?.code === "conflict" && JSON.stringify(formOf(runbook)) !== JSON.stringify(formOf(before))) {
    setBefore(runbook);
    setForm(rebased(before, form, runbook));
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Details of ${runbook.title}`}
      confirmLabel="Save"
      onSubmit={() => save.mutate()}
      busy={save.isPending}
      notYet={
        leftOver("service", offered, words) ??
        (Object.keys(changes).length === 0 ? "Nothing is changed yet." : undefined)
      }
      error={save.error ? messageOf(save.error) : undefined}
    >
      <PickOne
        label="Owner"
        placeholder="Type a name"
        options={people.filter(({ id, deactivated }) => !deactivated || id === before.ownerId)}
        value={form.ownerId}
        onValueChange={(ownerId) => set({ ownerId })}
      />
      <PickMany
        label="Services"
        noun="service"
        left={{ words, onChange: setWords }}
        placeholder="Type a service"
        options={offered}
        value={form.serviceIds}
        onValueChange={(serviceIds) => set({ serviceIds })}
      />
      <Field
        label="Tags"
        hint={
          tags.length > 0 ? `With commas between them. Known: ${known(tags)}` : "With commas between them."
        }
        error={save.error?.field("changes.tags.to")}
      >
        <Input value={form.tags} onChange={(event) => set({ tags: event.target.value })} />
      </Field>
      <Field label="Review by" hint="The day by which somebody should look whether it still holds.">
        <Input
          type="date"
          value={form.reviewBy}
          onChange={(event) => set({ reviewBy: event.target.value })}
        />
      </Field>
    </FormDialog>
  );
}

const NAMED = 12;

function known(tags: readonly string[]): string {
  return tags.length > NAMED ? `${tags.slice(0, NAMED).join(", ")} …` : tags.join(", ");
}
