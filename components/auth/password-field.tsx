"use client";

import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface PasswordFieldProps {
  name: string;
  label: string;
  /** `current-password` to sign in, `new-password` to choose one: tells password managers what to do. */
  autoComplete: "current-password" | "new-password";
  error?: string;
  autoFocus?: boolean;
}

/** A password that can be shown while it is typed; the way of a new one is told beforehand. */
export function PasswordField({ name, label, autoComplete, error, autoFocus }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const isNew = autoComplete === "new-password";
  return (
    <Field
      label={label}
      error={error}
      hint={isNew ? "12 characters or more. Several words are fine." : undefined}
    >
      <Input
        name={name}
        type={shown ? "text" : "password"}
        size="lg"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus}
        trailing={
          <IconButton
            icon="eye"
            size="sm"
            label={shown ? "Hide the password" : "Show the password"}
            aria-pressed={shown}
            onClick={() => setShown((was) => !was)}
          />
        }
      />
    </Field>
  );
}
