"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EntranceForm } from "./entrance-form";
import { PasswordField } from "./password-field";
import { TimeZoneField } from "./time-zone-field";
import { useEntrance } from "./use-entrance";

interface InvitationFormProps {
  token: string;
  email: string;
  /** As the administrator wrote it, or empty. */
  name: string;
  timeZones: readonly string[];
}

/** Accepts an invitation. */
export function InvitationForm({ token, email, name, timeZones }: InvitationFormProps) {
  const { submit, busy, error, fieldError } = useEntrance("/invitations/acceptance", token);
  return (
    <EntranceForm onSubmit={submit} submitLabel="Join" busy={busy} error={error}>
      {/* For password managers: under which name to keep the password. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Field label="Your name" error={fieldError("name")}>
        <Input name="name" size="lg" autoComplete="name" defaultValue={name} autoFocus />
      </Field>
      <PasswordField
        name="password"
        label="Password"
        autoComplete="new-password"
        error={fieldError("password")}
      />
      <TimeZoneField timeZones={timeZones} />
    </EntranceForm>
  );
}
