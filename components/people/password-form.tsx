"use client";

import type { FormEvent } from "react";
import { leaveTo } from "@/components/api/leave";
import { useWrite } from "@/components/api/use-write";
import { signInWithPassword } from "@/components/auth/next-auth-client";
import { PasswordField } from "@/components/auth/password-field";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Profile } from "@/lib/people/dto";

interface Passwords {
  currentPassword: string;
  password: string;
}

/** Changes the password, then signs this browser in with the new one: the change ended its session too. */
export function PasswordForm({ profile: { email, hasPassword } }: { profile: Profile }) {
  const { mutate, isPending, error } = useWrite<unknown, Passwords>(
    (body) => ({ method: "PUT", path: "/me/password", body }),
    {
      onSuccess: async (_, { password }) => {
        if ((await signInWithPassword(email, password)) === "in") toast.done("Password changed");
        else leaveTo("/sign-in");
      },
    },
  );
  if (!hasPassword) {
    return <p className="meta">You come in by single sign-on. To set a password, ask for a reset link.</p>;
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const passwords = {
      currentPassword: String(fields.get("current")),
      password: String(fields.get("password")),
    };
    mutate(passwords, { onSuccess: () => form.reset() });
  }

  const wrong = error?.code === "forbidden" ? error.detail : undefined;
  const weak = error?.field("password");
  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-100 gap-4">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField name="current" label="Present password" autoComplete="current-password" error={wrong} />
      <PasswordField name="password" label="New password" autoComplete="new-password" error={weak} />
      {error && !wrong && !weak && <Banner tone="bad" title={error.detail} />}
      <div>
        <Button type="submit" busy={isPending}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
