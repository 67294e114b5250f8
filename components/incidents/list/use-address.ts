"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { readFilters, writeFilters, type ShownFilters } from "./filters.rules";

/**
 * The address is where filters and page live. It changes without asking the server for the page again; what was
 * written counts at once, although the router tells of it a moment later.
 */
export function useAddress() {
  const path = usePathname();
  const told = useSearchParams().toString();
  const [written, setWritten] = useState<string | null>(null);
  const [known, setKnown] = useState(told);
  if (told !== known) {
    setKnown(told);
    if (told === written) setWritten(null);
  }
  useEffect(() => {
    // Back and forward win over what was written.
    const adopt = () => setWritten(null);
    addEventListener("popstate", adopt);
    return () => removeEventListener("popstate", adopt);
  }, []);

  const params = new URLSearchParams(written ?? told);
  const filters = readFilters(params);
  const after = params.get("after");
  const go = (search: string, how: "pushState" | "replaceState") => {
    setWritten(search === told ? null : search);
    window.history[how](null, "", `${path}${search && `?${search}`}`);
  };
  return {
    ...{ filters, after, search: writeFilters(filters, after) },
    change: (next: ShownFilters) => go(writeFilters(next), "replaceState"),
    goTo: (cursor: string | null) => go(writeFilters(filters, cursor), "pushState"),
  };
}
