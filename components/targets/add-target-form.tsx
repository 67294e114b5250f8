"use client";

import { useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { TargetKind } from "@/lib/settings/targets/schemas";
import { useAddTarget } from "./use-targets";

const kinds = [
  { value: "http", label: "HTTP", hint: "A service: GET /health and the like." },
  { value: "prometheus", label: "Prometheus", hint: "Answers queries at /api/v1/query." },
] as const;

/** Name, kind and address of a target to add. Its token leaves the screen once it is saved. */
export function AddTargetForm() {
  const first = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<TargetKind>("http");
  const { mutate, isPending, error } = useAddTarget();

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const text = (name: string) => String(typed.get(name));
    const input = { name: text("name"), kind, baseUrl: text("baseUrl"), secret: text("secret") || null };
    mutate(input, {
      onSuccess: () => {
        form.reset();
        // Kept in React: without this the next one would be of this kind, while the form shows the first.
        setKind("http");
        first.current?.focus();
      },
    });
  }

  const problems = { name: error?.field("name"), secret: error?.field("secret") };
  const addressProblem =
    error?.field("baseUrl") ?? (problems.name || problems.secret ? undefined : error?.detail);
  return (
    <form noValidate onSubmit={add} className="grid gap-3" aria-label="Add a target">
      <Field label="Name" hint="As people call it, like staging API." error={problems.name}>
        <Input ref={first} name="name" size="lg" autoComplete="off" />
      </Field>
      <Field label="What it is">
        <RadioGroup name="kind" value={kind} onValueChange={setKind} options={kinds} />
      </Field>
      <Field
        label="Address"
        hint="Checks ask below it, and nowhere else. Inside your network it must be in QUARTERDECK_OUTGOING_HOSTS."
        error={addressProblem}
      >
        <Input name="baseUrl" size="lg" type="url" inputMode="url" autoComplete="off" spellCheck={false} />
      </Field>
      <Field
        label="Token"
        optional
        hint="Sent as Authorization: Bearer. It is a secret and is not shown again."
        error={problems.secret}
      >
        <Input name="secret" size="lg" type="password" autoComplete="off" />
      </Field>
      <div>
        <Button type="submit" icon="plus" busy={isPending}>
          Add target
        </Button>
      </div>
    </form>
  );
}
