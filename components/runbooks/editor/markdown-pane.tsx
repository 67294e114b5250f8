"use client";

import type { KeyboardEvent, Ref } from "react";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/input";
import { shownText } from "@/lib/runbooks/edit/typed.rules";
import type { RunbookText } from "./use-runbook-text";

/** The Markdown, to be typed. Tab leaves it, as it leaves any field. */
export function MarkdownPane({ text, fieldRef }: { text: RunbookText; fieldRef: Ref<HTMLTextAreaElement> }) {
  return (
    <textarea
      ref={fieldRef}
      aria-label="Markdown"
      spellCheck={false}
      className={cn(
        controlClass,
        "phone:min-h-[60dvh] block h-full min-h-80 w-full flex-1 resize-none rounded-none! border-0! px-4 py-3 font-mono text-xs",
        "focus-visible:outline-focus focus-visible:outline-2 focus-visible:-outline-offset-2",
      )}
      value={shownText(text.draft.source)}
      onChange={(event) => text.type(event.target.value)}
      onKeyDown={(event) => {
        // The field knows only what was typed; what was changed beside it is taken back first.
        if (!text.canUndo || !isUndo(event)) return;
        event.preventDefault();
        text.undo();
      }}
    />
  );
}

function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "z" && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

/** Selects lines of the field and brings them into view. @param lines from 1 */
export function showLines(field: HTMLTextAreaElement, { start, end }: { start: number; end: number }): void {
  const lines = field.value.split("\n");
  const at = (line: number) => lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  field.focus();
  field.setSelectionRange(at(start - 1), Math.max(at(start - 1), at(end) - 1));
  field.scrollTop = ((start - 3) / lines.length) * field.scrollHeight;
}
