"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Tag } from "@/components/ui/tag";
import { toast } from "@/components/ui/toast";
import type { ImportedDto } from "@/lib/runbooks/dto";
import { sourceOfPart, splitIndex } from "@/lib/runbooks/parse/index-parts";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { runbookKeys } from "../keys";

interface SplitDialogProps {
  open: boolean;
  source: string;
  parsed: ParsedRunbook;
  onClose: () => void;
  /** All of them are saved. */
  onSaved: () => void;
}

/**
 * An index document as several runbooks, one for each section that is called like a file. Mounted also while it is closed:
 * it knows what is saved already.
 */
export function SplitDialog({ open, source, parsed, onClose, onSaved }: SplitDialogProps) {
  const router = useRouter();
  const client = useQueryClient();
  const parts = splitIndex(parsed).map((part) => ({ ...part, text: sourceOfPart(source, part) }));
  // What is saved stays saved when a later one fails: another try goes on from there.
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());
  const missing = parts.filter(({ text }) => !saved.has(text));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = useWrite<ImportedDto, (typeof parts)[number]>(({ text, fileName }) => ({
    method: "POST",
    path: "/runbooks",
    body: { source: text, fileName: fileName.split("/").at(-1) },
  }));

  async function saveAll() {
    setBusy(true);
    setProblem(null);
    const done: string[] = [];
    try {
      for (const part of missing) {
        await save.mutateAsync(part);
        done.push(part.text);
      }
      onSaved();
      toast.done(`Imported ${parts.length} runbooks`);
      router.push("/runbooks");
    } catch (error) {
      setProblem(messageOf(error));
      setSaved((before) => new Set([...before, ...done]));
      setBusy(false);
    }
    void client.invalidateQueries({ queryKey: runbookKeys.all });
  }

  const isFirst = missing.length === parts.length;
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={`Import as ${parts.length} runbooks`}
      description="Each section that is called like a file becomes a runbook of its own. What stands around them is left out; changes made here are about the whole document and do not go along."
      footer={
        <>
          <Button onClick={onClose}>{isFirst ? "Keep one runbook" : "Not now"}</Button>
          <Button variant="primary" busy={busy} onClick={() => void saveAll()}>
            {isFirst ? `Save ${parts.length} runbooks` : `Save ${missing.length} more`}
          </Button>
        </>
      }
    >
      {problem && <Banner tone="bad" title={problem} className="mb-3" />}
      <ul>
        {parts.map(({ title, fileName, lines, text }) => (
          <li key={fileName} className="flex min-h-8 flex-wrap items-center gap-x-2">
            <span className="font-medium">{title}</span>
            <span className="meta">
              {fileName}, lines {lines.start}–{lines.end}
            </span>
            {saved.has(text) && (
              <Tag tone="good" icon="check">
                saved
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
