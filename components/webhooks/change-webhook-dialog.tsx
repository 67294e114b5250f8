"use client";

import { useState } from "react";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { WebhookDto } from "@/lib/webhooks/dto";
import { TOLD_OPTIONS } from "./add-webhook-form";
import { useChangeWebhooks, type WebhookScope } from "./use-webhooks";

interface ChangeWebhookDialogProps {
  webhook: WebhookDto;
  scope: WebhookScope;
  onClose: () => void;
}

/** What a webhook is called, where it leads and what it is told. */
export function ChangeWebhookDialog({ webhook, scope, onClose }: ChangeWebhookDialogProps) {
  const { id, host, ending } = webhook;
  const [name, setName] = useState(webhook.name);
  const [url, setUrl] = useState("");
  const [told, setTold] = useState(webhook.told);
  const { mutate, isPending, error } = useChangeWebhooks(scope);
  const nameError = error?.field("name");
  const urlError = error?.field("url");
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title={`Change ${webhook.name}`}
      confirmLabel="Change"
      onSubmit={() =>
        mutate({ act: "change", id, name, told, ...(url.trim() && { url }) }, { onSuccess: onClose })
      }
      busy={isPending}
      error={nameError || urlError ? undefined : error?.detail}
    >
      <Field label="Name" error={nameError}>
        <Input size="lg" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="What it is told">
        <RadioGroup name={`told ${id}`} value={told} onValueChange={setTold} options={TOLD_OPTIONS} />
      </Field>
      <Field
        label="New address"
        optional
        hint={`Empty: it stays at ${host}, ending in ${ending}. What still waits goes to the new one.`}
        error={urlError}
      >
        <Input
          size="lg"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
