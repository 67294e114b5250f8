"use client";

import { useState } from "react";
import { leaveTo } from "@/components/api/leave";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EntranceForm } from "./entrance-form";
import { signInWithPassword, type PasswordResult } from "./next-auth-client";
import { PasswordField } from "./password-field";

const problems: Record<Exclude<PasswordResult, "in">, string> = {
  wrong: "This address and password do not go together. An administrator can make you a reset link.",
  too_many_tries:
    "Too many wrong tries. Wait a quarter of an hour, or ask an administrator for a reset link.",
  away: "The console does not answer. Try again shortly.",
};

/** E-mail address and password. @param next the page to open afterwards, one of this console */
export function SignInForm({ next }: { next: string }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function submit({ email = "", password = "" }: Record<string, string>) {
    setBusy(true);
    setError(undefined);
    const result = await signInWithPassword(email, password);
    if (result === "in") return leaveTo(next);
    setError(problems[result]);
    setBusy(false);
  }

  return (
    <EntranceForm onSubmit={(fields) => void submit(fields)} submitLabel="Sign in" busy={busy} error={error}>
      <Field label="E-mail address">
        <Input name="email" type="email" size="lg" autoComplete="username" autoFocus />
      </Field>
      <PasswordField name="password" label="Password" autoComplete="current-password" />
    </EntranceForm>
  );
}
