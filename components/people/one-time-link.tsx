"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText, selectTextOf } from "@/components/ui/copy-text";
import { Time } from "@/components/ui/time";

interface OneTimeLinkProps {
  url: string;
  /** ISO 8601. */
  expiresAt: string;
  /** What to do with it. */
  text: string;
}

/** A link that is shown this once, to be copied and sent. */
export function OneTimeLink({ url, expiresAt, text }: OneTimeLinkProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const box = useRef<HTMLElement>(null);

  async function copy() {
    if (!box.current) return;
    const there = await copyText(url, box.current.parentElement ?? box.current);
    if (!there) selectTextOf(box.current);
    setCopied(there);
  }

  return (
    <div className="grid gap-3">
      <p>
        {text} It works once, until <Time at={Date.parse(expiresAt)} withZone />, and is shown only now.
      </p>
      <div className="border-line bg-sunken rounded-sm border px-3 py-2">
        <code ref={box} className="font-mono text-xs break-all" data-testid="one-time-link">
          {url}
        </code>
      </div>
      <div className="flex items-center gap-3">
        <Button icon="copy" variant="primary" onClick={() => void copy()}>
          Copy the link
        </Button>
        <span role="status" className="meta">
          {copied === true && "Copied"}
          {copied === false && "Marked: copy it with the keyboard."}
        </span>
      </div>
    </div>
  );
}
