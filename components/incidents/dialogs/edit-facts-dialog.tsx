"use client";

import { useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { can } from "@/lib/auth/policy.rules";
import { FormDialog } from "../form-dialog";
import { factsOf, type IncidentDialogProps } from "../incident-view";
import { PickMany } from "../pick-many";
import { leftOver } from "../pick.rules";
import { DETECTION_OPTIONS, SEVERITY_OPTIONS, SEVERITY_WORDS } from "../severity-words";
import { useIncidentWrite } from "../use-incident-write";
import { changesOf, formOf, needsReason, rebased, type FactsForm } from "./edit-facts.rules";

/** Puts facts right, with the reason on the timeline. */
export function EditFactsDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const { state, timeZone } = room;
  const { environments, services } = useDirectory();
  // What the person began from: a fact that somebody else changes meanwhile is a conflict, not an overwrite.
  const [before, setBefore] = useState(() => formOf(state, timeZone));
  const [form, setForm] = useState(before);
  const [reason, setReason] = useState("");
  const [words, setWords] = useState("");
  const offered = services.filter(({ id, archived }) => !archived || before.serviceIds.includes(id));
  const change = (part: Partial<FactsForm>) => setForm((known) => ({ ...known, ...part }));
  const changes = changesOf(before, form, timeZone);
  const write = useIncidentWrite(
    room,
    () => ({ method: "PATCH", path: "", body: { changes, reason: reason.trim() || null } }),
    () => onOpenChange(false),
  );
  // Once they were told, the next try builds on what it is now.
  const now = formOf(state, timeZone);
  if (write.error?.code === "conflict" && JSON.stringify(now) !== JSON.stringify(before)) {
    setBefore(now);
    setForm(rebased(before, form, now));
  }
  const mayHide = can(room.me, "incident.change_visibility", factsOf(state));
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Change facts of ${state.key}`}
      confirmLabel="Save"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={
        leftOver("service", offered, words) ??
        whyNot(Object.keys(changes), needsReason(changes) && !reason.trim())
      }
      error={write.error?.message}
    >
      <Field label="Title" required error={write.error?.field("changes.title.to")}>
        <Input value={form.title} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      <Field label="Severity" hint={`${SEVERITY_WORDS[form.severity]}. If unsure, take the higher.`}>
        <SegmentedControl
          name="severity"
          options={SEVERITY_OPTIONS}
          value={`${form.severity}`}
          onValueChange={(value) => change({ severity: Number(value) as FactsForm["severity"] })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Environment">
          <Select
            value={form.environmentId}
            onChange={(event) => change({ environmentId: event.target.value })}
            options={environments
              .filter(({ id, archived }) => !archived || id === before.environmentId)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <PickMany
          label="Services"
          noun="service"
          left={{ words, onChange: setWords }}
          placeholder="Type a service"
          options={offered}
          value={form.serviceIds}
          onValueChange={(serviceIds) => change({ serviceIds })}
        />
        <Field label="Started" hint={`In ${timeZone}. Empty: not known.`}>
          <Input
            type="datetime-local"
            value={form.startedAt}
            onChange={(event) => change({ startedAt: event.target.value })}
          />
        </Field>
        <Field label="Detected" hint="Empty: not known.">
          <Input
            type="datetime-local"
            value={form.detectedAt}
            onChange={(event) => change({ detectedAt: event.target.value })}
          />
        </Field>
        <Field label="Detected by">
          <Select
            placeholder="Not known"
            options={DETECTION_OPTIONS}
            value={form.detection}
            onChange={(event) => change({ detection: event.target.value as FactsForm["detection"] })}
          />
        </Field>
        <Field label="Call link" error={write.error?.field("changes.callLink.to")}>
          <Input
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            value={form.callLink}
            onChange={(event) => change({ callLink: event.target.value })}
          />
        </Field>
      </div>
      {mayHide && (
        <Field label="Who sees it">
          <RadioGroup
            name="visibility"
            value={form.visibility}
            onValueChange={(visibility) => change({ visibility })}
            options={[
              { value: "everyone", label: "Everyone who is signed in" },
              {
                value: "members",
                label: "Members",
                hint: "Who takes part, who declared it, and administrators.",
              },
            ]}
          />
        </Field>
      )}
      <Field label="Reason" required={needsReason(changes)} error={write.error?.field("reason")}>
        <Textarea minRows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

function whyNot(changed: readonly string[], reasonMissing: boolean): string | undefined {
  if (changed.length === 0) return "Nothing is changed yet.";
  return reasonMissing ? "Say why: the reason goes on the timeline." : undefined;
}
