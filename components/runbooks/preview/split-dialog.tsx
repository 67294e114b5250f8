"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ImportedDto } from "@/lib/runbooks/dto";
import { sourceOfPart, splitIndex, type IndexPart } from "@/lib/runbooks/parse/index-parts";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { runbookKeys } from "../keys";

interface SplitDialogProps {
  source: string;
  parsed: ParsedRunbook;
  onClose: () => void;
}

/** An index document as several runbooks, one for each section that is called like a file. */
export function SplitDialog({ source, parsed, onClose }: SplitDialogProps) {
  const router = useRouter();
  const client = useQueryClient();
  const parts = splitIndex(parsed);
  // What is saved stays saved when a later one fails: another try goes on from there.
  const saved = useRef(new Set<string>());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = useWrite<ImportedDto, IndexPart>((part) => ({
    method: "POST",
    path: "/runbooks",
    body: { source: sourceOfPart(source, part), fileName: part.fileName.split("/").at(-1) },
  }));

  async function saveAll() {
    setBusy(true);
    setProblem(null);
    try {
      for (const part of parts) {
        if (saved.current.has(part.fileName)) continue;
        await save.mutateAsync(part);
        saved.current.add(part.fileName);
      }
      void client.invalidateQueries({ queryKey: runbookKeys.all });
      toast.done(`Imported ${parts.length} runbooks`);
      router.push("/runbooks");
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Import as ${parts.length} runbooks`}
      description="Each section that is called like a file becomes a runbook of its own. What stands around them is left out; changes made here are about the whole document and do not go along."
      footer={
        <>
          <Button onClick={onClose}>Keep one runbook</Button>
          <Button variant="primary" busy={busy} onClick={() => void saveAll()}>
            Save {parts.length} runbooks
          </Button>
        </>
      }
    >
      {problem && <Banner tone="bad" title={problem} className="mb-3" />}
      <ul>
        {parts.map(({ title, fileName, lines }) => (
          <li key={fileName} className="flex min-h-8 flex-wrap items-center gap-x-2">
            <span className="font-medium">{title}</span>
            <span className="meta">
              {fileName}, lines {lines.start}–{lines.end}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
