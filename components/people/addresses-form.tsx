"use client";

import { useState, type FormEvent } from "react";
import { Banner } from "@/components/ui/banner";
import { Button, IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Profile } from "@/lib/people/dto";
import { useChangeProfile } from "./use-change-profile";

type Address = Profile["addresses"][number];

const KINDS = [
  { value: "phone", label: "Phone" },
  { value: "email", label: "E-mail" },
  { value: "chat", label: "Chat" },
] as const;
const AT_MOST = 10;

/** Contact addresses, in the order to try. @param saved what the console has; a new list starts the form anew */
export function AddressesForm({ saved }: { saved: readonly Address[] }) {
  const [rows, setRows] = useState(() => saved.map((address, id) => ({ id, ...address })));
  const [nextId, setNextId] = useState(saved.length);
  const { mutate, isPending, error } = useChangeProfile();
  const place = (index: number) => `Address ${index + 1}`;

  function change(id: number, part: Partial<Address>) {
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...part } : row)));
  }

  function add() {
    setRows((before) => [...before, { id: nextId, kind: "phone", value: "" }]);
    setNextId(nextId + 1);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    mutate({ addresses: rows.map(({ kind, value }) => ({ kind, value })) });
  }

  return (
    <form noValidate onSubmit={submit} className="grid max-w-120 gap-3">
      {rows.map((row, index) => (
        <div key={row.id} className="flex items-end gap-2">
          <Field label={`${place(index)}, kind`} className="w-28 flex-none">
            <Select
              size="lg"
              value={row.kind}
              options={KINDS}
              onChange={(event) => change(row.id, { kind: event.target.value as Address["kind"] })}
            />
          </Field>
          <Field label={place(index)} error={error?.field(`addresses.${index}.value`)} className="flex-1">
            <Input
              size="lg"
              value={row.value}
              onChange={(event) => change(row.id, { value: event.target.value })}
            />
          </Field>
          <IconButton
            icon="cross"
            size="lg"
            label={`Remove ${place(index).toLowerCase()}`}
            onClick={() => setRows((before) => before.filter(({ id }) => id !== row.id))}
          />
        </div>
      ))}
      {rows.length === 0 && <p className="meta">None yet.</p>}
      {error && <Banner tone="bad" title={error.detail} />}
      <div className="flex gap-2">
        <Button icon="plus" onClick={add} disabled={rows.length >= AT_MOST}>
          Add
        </Button>
        <Button type="submit" busy={isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
