"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";

const LOOKS_AT = [
  "Impact is in numbers, or says “not recorded”",
  "Root cause explains why, not who",
  "Key times match the timeline",
  "Remediation says what keeps it away",
  "Every follow-up has an owner and a date",
];

/** What a review looks at: a help for the eye, kept nowhere. */
export function ReviewList() {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (line: string) =>
    setSeen((before) => {
      const after = new Set(before);
      if (!after.delete(line)) after.add(line);
      return after;
    });
  return (
    <fieldset>
      <legend className="font-semibold">
        What a review looks at{" "}
        <span className="meta tabular-nums">
          {seen.size} of {LOOKS_AT.length}
        </span>
      </legend>
      {LOOKS_AT.map((line) => (
        <Checkbox
          key={line}
          className="py-1"
          label={line}
          checked={seen.has(line)}
          onChange={() => toggle(line)}
        />
      ))}
    </fieldset>
  );
}
