"use client";

import { Checkbox } from "@/components/ui/checkbox";

export const LOOKS_AT = [
  "Impact is in numbers, or says “not recorded”",
  "Root cause explains why, not who",
  "Key times match the timeline",
  "Remediation says what keeps it away",
  "Every follow-up has an owner and a date",
];

interface ReviewListProps {
  seen: ReadonlySet<string>;
  onSee: (seen: ReadonlySet<string>) => void;
}

/** What a review looks at: a help for the eye, kept nowhere. */
export function ReviewList({ seen, onSee }: ReviewListProps) {
  const toggle = (line: string) => {
    const after = new Set(seen);
    if (!after.delete(line)) after.add(line);
    onSee(after);
  };
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
