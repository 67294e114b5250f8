"use client";

import { useEffect, useState } from "react";

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
  const [value, setValue] = useState<Value>(() => read(name) ?? initial);
  useEffect(() => {
    if (value === initial) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  }, [name, value, initial]);
  const forget = () => {
    sessionStorage.removeItem(name);
    setValue(initial);
  };
  return [value, setValue, forget];
}

function read<Value>(name: string): Value | null {
  if (typeof sessionStorage === "undefined") return null;
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null") as Value | null;
  } catch {
    return null;
  }
}
