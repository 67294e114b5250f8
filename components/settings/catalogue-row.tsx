"use client";

import { useState } from "react";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Tag } from "@/components/ui/tag";
import { toast } from "@/components/ui/toast";
import type { CatalogueItem, CatalogueKind } from "@/lib/settings/schemas";
import { useChangeCatalogue } from "./use-catalogue";

/** One environment or service, and what can be done with it. */
export function CatalogueRow({ kind, item }: { kind: CatalogueKind; item: CatalogueItem }) {
  const [renaming, setRenaming] = useState(false);
  const { mutate, isPending } = useChangeCatalogue(kind);
  const { id, name, archived } = item;

  function move(act: "archive" | "restore") {
    mutate(
      { act, id },
      {
        onSuccess: () => {
          const back = () => mutate({ act: act === "archive" ? "restore" : "archive", id });
          toast.done(`${name} ${act === "archive" ? "archived" : "restored"}`, { undo: back });
        },
        onError: (error) => toast.failed(error.detail),
      },
    );
  }

  return (
    <li className="border-line phone:min-h-14 flex min-h-10 items-center gap-2 border-t px-4 py-1 first:border-t-0">
      <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
      {archived && <Tag>archived</Tag>}
      {!archived && (
        <Button variant="quiet" aria-label={`Rename ${name}`} onClick={() => setRenaming(true)}>
          Rename
        </Button>
      )}
      <Button
        variant="quiet"
        aria-label={`${archived ? "Restore" : "Archive"} ${name}`}
        busy={isPending}
        onClick={() => move(archived ? "restore" : "archive")}
      >
        {archived ? "Restore" : "Archive"}
      </Button>
      {renaming && <RenameDialog kind={kind} item={item} onClose={() => setRenaming(false)} />}
    </li>
  );
}

interface RenameDialogProps {
  kind: CatalogueKind;
  item: CatalogueItem;
  onClose: () => void;
}

function RenameDialog({ kind, item, onClose }: RenameDialogProps) {
  const [name, setName] = useState(item.name);
  const { mutate, isPending, error } = useChangeCatalogue(kind);
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title={`Rename ${item.name}`}
      description="Incidents that have it show the new name."
      size="sm"
      confirmLabel="Rename"
      onSubmit={() => mutate({ act: "rename", id: item.id, name }, { onSuccess: onClose })}
      busy={isPending}
    >
      <Field label="Name" error={error?.field("name") ?? error?.detail}>
        <Input size="lg" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
