"use client";

import { useState } from "react";
import { cut } from "./cut.rules";

interface QuoteProps {
  /** Null: redacted. */
  words: string | null;
  /** A log keeps its columns. */
  log?: boolean;
  /** Where others wait for the room. */
  short?: boolean;
}

/** Words that somebody wrote. Long ones show their beginning until asked for the rest. */
export function Quote({ words, log = false, short = false }: QuoteProps) {
  const [whole, setWhole] = useState(false);
  if (words === null) return <span className="text-ink-3 italic">words redacted</span>;
  const { beginning, rest } = cut(words, log ? "log" : short ? "short" : "note");
  const shown = whole ? words : beginning;
  return (
    <>
      {log ? (
        <pre
          tabIndex={0}
          className="bg-sunken max-h-90 overflow-auto rounded-xs px-2 py-1 font-mono text-xs/4.5 whitespace-pre"
        >
          {shown}
        </pre>
      ) : (
        shown
      )}
      {rest && (
        <button
          type="button"
          onClick={() => setWhole(!whole)}
          className="meta hover:text-ink phone:min-h-11 block rounded-xs underline"
        >
          {whole ? "Show less" : `Show ${rest}`}
        </button>
      )}
    </>
  );
}
