"use client";

import { EntranceForm } from "./entrance-form";
import { PasswordField } from "./password-field";
import { useEntrance } from "./use-entrance";

/** Sets a new password by a reset link. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const { submit, busy, error, fieldError } = useEntrance("/password-resets", token);
  return (
    <EntranceForm onSubmit={submit} submitLabel="Set the password" busy={busy} error={error}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        error={fieldError("password")}
        autoFocus
      />
    </EntranceForm>
  );
}
