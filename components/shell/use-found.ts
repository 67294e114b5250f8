"use client";

import { useEffect, useState } from "react";
import type { CommandGroup, CommandSearch } from "./commands";

interface Found {
  groups: readonly CommandGroup[];
  searching: boolean;
}

const PAUSE_MS = 150;
const NOTHING: Found = { groups: [], searching: false };

/** What the server finds for a query; asked once the typing pauses, and the newest answer wins. */
export function useFound(query: string, search: CommandSearch | null): Found {
  const [answer, setAnswer] = useState<{ query: string; groups: readonly CommandGroup[] } | null>(null);
  const wanted = query.trim();

  useEffect(() => {
    if (!search || wanted.length < 2) return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      search(wanted, control.signal)
        .then((groups) => setAnswer({ query: wanted, groups }))
        // A search that fails finds nothing; what the palette has by itself stays of use.
        .catch(() => !control.signal.aborted && setAnswer({ query: wanted, groups: [] }));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [wanted, search]);

  if (!search || wanted.length < 2) return NOTHING;
  return { groups: answer?.groups ?? [], searching: answer?.query !== wanted };
}
