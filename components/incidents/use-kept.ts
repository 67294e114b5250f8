"use client";

import { useCallback, useEffect, useState } from "react";
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
  const read = () => ({ name, value: keptInTab<Value>(name) ?? initial });
  const [state, setState] = useState(read);
  // Another key has another value, also where the component stays.
  const now = state.name === name ? state : read();
  if (now !== state) setState(now);
  const { value } = now;
  useEffect(() => {
    if (value === initial) forgetInTab(name);
    else keepInTab(name, value);
  }, [name, value, initial]);
  const change = useCallback(
    (make: (before: Value) => Value) =>
      setState((before) => ({ name: before.name, value: make(before.value) })),
    [],
  );
  const forget = () => {
    forgetInTab(name);
    setState({ name, value: initial });
  };
  return [value, change, forget];
}
