"use client";

import type { ReactNode } from "react";
import { useDirectory } from "@/components/api/directory";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { Detection } from "@/lib/timeline/events/common";
import { PickMany } from "../pick-many";
import { leftOver } from "../pick.rules";
import { DETECTION_OPTIONS, SEVERITY_WORDS } from "../severity-words";
import { CommanderField } from "./commander-field";
import type { DeclareForm, FieldErrors } from "./declare-form.rules";
import { RunbookField } from "./runbook-field";

export interface DeclareFieldsProps {
  form: DeclareForm;
  errors: FieldErrors;
  onChange: (part: Partial<DeclareForm>) => void;
}

const SEVERITIES = (["1", "2", "3", "4"] as const).map((value) => ({ value, label: `SEV${value}` }));
const STARTED = [
  { value: "now", label: "Now" },
  { value: "earlier", label: "Earlier" },
  { value: "unknown", label: "Not known" },
] as const;

/** Title and severity first; everything after them may stay as it is. */
export function DeclareFields(props: DeclareFieldsProps & { belowTitle: ReactNode }) {
  const { form, errors, onChange, belowTitle } = props;
  const { environments, services } = useDirectory();
  const known = services.filter(({ archived }) => !archived);
  return (
    <>
      <Field label="What is broken, for whom" required error={errors.title}>
        <Input
          autoFocus
          size="lg"
          autoComplete="off"
          value={form.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
      {belowTitle}
      <Field
        label="Severity"
        required
        error={errors.severity}
        hint={errors.severity ? undefined : severityHint(form.severity)}
      >
        <SegmentedControl
          name="severity"
          size="lg"
          options={SEVERITIES}
          value={form.severity || null}
          onValueChange={(severity) => onChange({ severity })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Environment" required error={errors.environmentId}>
          <Select
            value={form.environmentId}
            placeholder={form.environmentId ? undefined : "Choose"}
            onChange={(event) => onChange({ environmentId: event.target.value })}
            options={environments
              .filter(({ archived }) => !archived)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <PickMany
          label="Services"
          optional
          placeholder="Type a service"
          noun="service"
          options={known}
          error={errors.serviceWords && leftOver("service", known, form.serviceWords)}
          left={{ words: form.serviceWords, onChange: (serviceWords) => onChange({ serviceWords }) }}
          value={form.serviceIds}
          onValueChange={(serviceIds) => onChange({ serviceIds })}
        />
        <Started form={form} errors={errors} onChange={onChange} />
        <Field label="Detected by" optional>
          <Select
            placeholder="Not known"
            options={DETECTION_OPTIONS}
            value={form.detection}
            onChange={(event) => onChange({ detection: event.target.value as Detection | "" })}
          />
        </Field>
        <CommanderField form={form} errors={errors} onChange={onChange} />
        <Field label="Call link" optional error={errors.callLink}>
          <Input
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            value={form.callLink}
            onChange={(event) => onChange({ callLink: event.target.value })}
          />
        </Field>
      </div>
      <RunbookField form={form} onChange={onChange} />
      <Checkbox
        label="This is a drill"
        hint="It looks and works the same, and counts in no figure."
        checked={form.kind === "drill"}
        onChange={(event) => onChange({ kind: event.target.checked ? "drill" : "real" })}
      />
    </>
  );
}

function Started({ form, errors, onChange }: DeclareFieldsProps) {
  return (
    <div className="grid content-start gap-1.5">
      <Field label="Started">
        <SegmentedControl
          name="started"
          options={STARTED}
          value={form.started}
          onValueChange={(started) => onChange({ started })}
        />
      </Field>
      {form.started === "earlier" && (
        <Field label="When" required error={errors.startedAt}>
          <Input
            type="datetime-local"
            value={form.startedAt}
            onChange={(event) => onChange({ startedAt: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}

function severityHint(severity: DeclareForm["severity"]): string {
  if (severity === "") return "If unsure, take the higher.";
  return `${SEVERITY_WORDS[Number(severity) as 1 | 2 | 3 | 4]}. If unsure, take the higher.`;
}
