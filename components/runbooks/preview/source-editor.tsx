"use client";

import type { ChangeEvent } from "react";

interface SourceEditorProps {
  text: string;
  onEdit: (text: string) => void;
  /** A document came in whole, where nothing was. */
  onPasted: () => void;
}

/** The Markdown itself, to paste or to edit; the result follows when the typing rests. */
export function SourceEditor({ text, onEdit, onPasted }: SourceEditorProps) {
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    onEdit(event.target.value);
    const { inputType } = event.nativeEvent as InputEvent;
    if (text === "" && inputType === "insertFromPaste") onPasted();
  };
  return (
    <textarea
      aria-label="Markdown"
      spellCheck={false}
      value={text}
      onChange={change}
      placeholder={"# Orders are stuck\n\n## First five minutes\n\n1. Say in #orders that you look at it."}
      className="bg-sunken text-ink placeholder:text-ink-3 focus-visible:outline-focus phone:min-h-[55dvh] phone:text-lg min-h-0 w-full flex-1 resize-none px-3 py-2 font-mono text-xs/[17px] -outline-offset-2"
    />
  );
}
