"use client";

import { useRef, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PanelHead } from "@/components/ui/panel";
import type { CatalogueItem, CatalogueKind } from "@/lib/settings/schemas";
import { CatalogueRow } from "./catalogue-row";
import { useChangeCatalogue } from "./use-catalogue";

interface CatalogueSectionProps {
  kind: CatalogueKind;
  title: string;
  items: readonly CatalogueItem[];
  /** Why and how to begin. */
  empty: string;
}

/** Environments or services: those in use, those archived, and a line to add one. */
export function CatalogueSection({ kind, title, items, empty }: CatalogueSectionProps) {
  const field = useRef<HTMLInputElement>(null);
  const { mutate, isPending, error } = useChangeCatalogue(kind);
  const inUse = items.filter(({ archived }) => !archived).length;

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name"));
    mutate({ act: "add", name }, { onSuccess: () => (form.reset(), field.current?.focus()) });
  }

  return (
    <section aria-label={title}>
      <PanelHead title={title} count={inUse} />
      {items.length === 0 ? (
        <EmptyState title="None yet." text={empty} />
      ) : (
        <ul className="border-line border-y">
          {items.map((item) => (
            <CatalogueRow key={item.id} kind={kind} item={item} />
          ))}
        </ul>
      )}
      <form noValidate onSubmit={add} className="px-4 py-3">
        <Field label={`New ${kind}`} error={error?.field("name") ?? error?.detail}>
          <Input ref={field} name="name" size="lg" autoComplete="off" className="max-w-80" />
        </Field>
        <Button type="submit" icon="plus" busy={isPending} className="mt-2">
          Add {kind}
        </Button>
      </form>
    </section>
  );
}
