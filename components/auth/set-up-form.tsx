"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EntranceForm } from "./entrance-form";
import { PasswordField } from "./password-field";
import { TimeZoneField } from "./time-zone-field";
import { useEntrance } from "./use-entrance";

/** Makes the first administrator. */
export function SetUpForm({ token, timeZones }: { token: string; timeZones: readonly string[] }) {
  const { submit, busy, error, fieldError } = useEntrance("/setup", token);
  return (
    <EntranceForm onSubmit={submit} submitLabel="Set up" busy={busy} error={error}>
      <Field label="Your name" error={fieldError("name")}>
        <Input name="name" size="lg" autoComplete="name" autoFocus />
      </Field>
      <Field label="E-mail address" hint="What you sign in with." error={fieldError("email")}>
        <Input name="email" type="email" size="lg" autoComplete="username" />
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
