"use client";

import type { FormEvent, ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";

interface EntranceFormProps {
  /** Gets what the fields hold, by their names. */
  onSubmit: (fields: Record<string, string>) => void;
  submitLabel: string;
  busy: boolean;
  /** Why the last try failed; the fields keep what was typed. */
  error?: string;
  children: ReactNode;
}

/** A form of one page with one button. `method` only keeps a password out of the address if scripts fail. */
export function EntranceForm({ onSubmit, submitLabel, busy, error, children }: EntranceFormProps) {
  const hydrated = useHydrated();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    onSubmit(Object.fromEntries(fields) as Record<string, string>);
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {children}
      {error && <Banner tone="bad" title={error} />}
      <Button type="submit" variant="primary" size="lg" busy={busy} disabled={!hydrated}>
        {submitLabel}
      </Button>
    </form>
  );
}
