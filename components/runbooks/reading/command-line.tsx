"use client";

import { useRef } from "react";
import { announce } from "@/components/ui/announce";
import { IconButton } from "@/components/ui/button";
import { copyText, selectTextOf } from "@/components/ui/copy-text";
import { Tag } from "@/components/ui/tag";
import { toast } from "@/components/ui/toast";
import type { Command } from "@/lib/runbooks/parse/types";

/** A command to take to a terminal, with what its runbook says at it, and what is dangerous about it. */
export function CommandLine({ command: { text, comment, danger } }: { command: Command }) {
  const code = useRef<HTMLElement>(null);

  async function copy() {
    if (!code.current) return;
    if (await copyText(text, document.body)) return toast.done("Copied");
    selectTextOf(code.current);
    announce("Selected. Press Control C to copy.");
  }

  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
      {comment && <p className="text-ink-2 basis-full break-words whitespace-pre-line">{comment}</p>}
      <span className="bg-sunken border-line flex min-w-0 flex-1 basis-52 items-start rounded-xs border">
        <code
          ref={code}
          className="phone:py-3 min-w-0 flex-1 px-1.5 py-1 font-mono text-xs break-words whitespace-pre-wrap"
        >
          {text}
        </code>
        <IconButton
          icon="copy"
          size="sm"
          variant="quiet"
          label={`Copy: ${text}`}
          onClick={() => void copy()}
        />
      </span>
      {danger && (
        <Tag tone="warn" icon="incident" className="mt-0.5">
          {danger}
        </Tag>
      )}
    </div>
  );
}
