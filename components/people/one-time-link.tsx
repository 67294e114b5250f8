"use client";

import { ShownOnce } from "@/components/ui/shown-once";
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
  return (
    <div className="grid gap-3">
      <p>
        {text} It works once, until <Time at={Date.parse(expiresAt)} withZone />, and is shown only now.
      </p>
      <ShownOnce value={url} copyLabel="Copy the link" testId="one-time-link" />
    </div>
  );
}
