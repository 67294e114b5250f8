"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";

/** Opens the platform's own dialog for a Markdown file. */
export function FileButton({ label, onFile }: { label: string; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="sm" icon="upload" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Markdown file"
        accept=".md,.markdown,.mdx,.txt,text/markdown,text/plain"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file, once it was changed, is a new one.
          event.target.value = "";
        }}
      />
    </>
  );
}
