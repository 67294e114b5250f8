"use client";

import { useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { WebhookTold } from "@/lib/webhooks/schemas";
import { useChangeWebhooks, type WebhookScope } from "./use-webhooks";

/** What a webhook may be told. */
export const TOLD_OPTIONS = [
  { value: "all", label: "All", hint: "Declarations, severity, command and moves, and each status update." },
  { value: "updates", label: "Status updates only" },
] as const;

/** Name and address of a webhook to add. The address is a secret: it leaves the screen once it is saved. */
export function AddWebhookForm({ scope }: { scope: WebhookScope }) {
  const first = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<WebhookTold>("all");
  const { mutate, isPending, error } = useChangeWebhooks(scope);

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const [name, url] = [String(typed.get("name")), String(typed.get("url"))];
    mutate({ act: "add", name, url, told }, { onSuccess: () => (form.reset(), first.current?.focus()) });
  }

  const nameError = error?.field("name");
  const urlError = error?.field("url") ?? (nameError ? undefined : error?.detail);
  return (
    <form noValidate onSubmit={add} className="grid gap-3" aria-label="Add a webhook">
      <Field label="Name" hint="Where the messages arrive, like #ops." error={nameError}>
        <Input ref={first} name="name" size="lg" autoComplete="off" />
      </Field>
      <Field
        label="Address"
        hint="An incoming webhook of Slack or Mattermost. It is a secret and is not shown again."
        error={urlError}
      >
        <Input name="url" size="lg" type="url" inputMode="url" autoComplete="off" spellCheck={false} />
      </Field>
      <Field label="What it is told">
        <RadioGroup name="told" value={told} onValueChange={setTold} options={TOLD_OPTIONS} />
      </Field>
      <div>
        <Button type="submit" icon="plus" busy={isPending}>
          Add webhook
        </Button>
      </div>
    </form>
  );
}
