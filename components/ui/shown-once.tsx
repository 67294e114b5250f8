"use client";

import { useRef, useState } from "react";
import { Button } from "./button";
import { copyText, selectTextOf } from "./copy-text";

interface ShownOnceProps {
  value: string;
  /** "Copy the link". */
  copyLabel: string;
  testId: string;
}

/** A secret that is on the screen this once, to be copied. */
export function ShownOnce({ value, copyLabel, testId }: ShownOnceProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const box = useRef<HTMLElement>(null);

  async function copy() {
    if (!box.current) return;
    const there = await copyText(value, box.current.parentElement ?? box.current);
    if (!there) selectTextOf(box.current);
    setCopied(there);
  }

  return (
    <>
      <div className="border-line bg-sunken rounded-sm border px-3 py-2">
        <code ref={box} className="font-mono text-xs break-all" data-testid={testId}>
          {value}
        </code>
      </div>
      <div className="flex items-center gap-3">
        <Button icon="copy" variant="primary" onClick={() => void copy()}>
          {copyLabel}
        </Button>
        <span role="status" className="meta">
          {copied === true && "Copied"}
          {copied === false && "Marked: copy it with the keyboard."}
        </span>
      </div>
    </>
  );
}
