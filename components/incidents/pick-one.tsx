"use client";

import { PickMany } from "./pick-many";
import type { Option } from "./pick.rules";

interface PickOneProps {
  label: string;
  options: readonly Option[];
  value: string | null;
  onValueChange: (id: string | null) => void;
  placeholder?: string;
  error?: string;
  optional?: boolean;
  /** As `PickMany` has it. */
  onLookUp?: (words: string) => void;
  isBehind?: boolean;
}

/** One of many: the same line, in which the last one picked stands alone. */
export function PickOne({ value, onValueChange, ...rest }: PickOneProps) {
  return (
    <PickMany
      {...rest}
      closesOnPick
      value={value === null ? [] : [value]}
      onValueChange={(ids) => onValueChange(ids.at(-1) ?? null)}
    />
  );
}
