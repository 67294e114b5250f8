"use client";

import { useEffect, useState } from "react";

/** A value once it has rested for `ms` milliseconds, so that not each letter typed is asked about. */
export function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
