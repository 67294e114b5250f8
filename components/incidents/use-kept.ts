"use client";

import { useEffect, useState } from "react";
import { forgetInTab, keepInTab, keptInTab } from "@/components/ui/tab-memory";

/**
 * State that outlives a closed dialog and a reload, until this browser tab is closed: what was typed is not lost.
 * @param key unique in the console
 * @returns the value, how to set it, and how to forget it
 */
export function useKept<Value>(
  key: string,
  initial: Value,
): [Value, (change: (before: Value) => Value) => void, () => void] {
  const name = `qd:${key}`;
  const [value, setValue] = useState<Value>(() => keptInTab<Value>(name) ?? initial);
  useEffect(() => {
    if (value === initial) forgetInTab(name);
    else keepInTab(name, value);
  }, [name, value, initial]);
  const forget = () => {
    forgetInTab(name);
    setValue(initial);
  };
  return [value, setValue, forget];
}
