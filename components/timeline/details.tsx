"use client";

import { Quote } from "./quote";

/** What an entry said at length, folded away. */
export function Details({ of }: { of: readonly { label: string; text: string | null }[] }) {
  return (
    <details>
      <summary className="meta hover:text-ink phone:py-3.5 w-fit rounded-xs">what it said</summary>
      <dl className="border-card mt-0.75 border-l-2 pl-2">
        {of.map(({ label, text }) => (
          <div key={label}>
            <dt className="meta">{label}</dt>
            <dd className="whitespace-pre-line">
              <Quote words={text} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
