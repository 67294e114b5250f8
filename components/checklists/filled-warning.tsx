"use client";

import { Icon } from "@/components/ui/icon";
import type { ParsedStep } from "@/lib/runbooks/parse/types";
import { filledWarnings } from "./filled-warning.rules";

interface FilledWarningProps {
  step: ParsedStep;
  values: Readonly<Record<string, string>>;
}

/** What somebody filled in goes into everybody's command as it is: says what in it wants a second look. */
export function FilledWarning({ step, values }: FilledWarningProps) {
  return (
    <div role="status" className="text-warn mt-1 grid gap-0.5 text-xs font-semibold">
      {filledWarnings(step, values).map((words) => (
        <p key={words} className="flex items-start gap-1.25 wrap-anywhere">
          <Icon name="incident" size="xs" className="mt-0.5" />
          {words}
        </p>
      ))}
    </div>
  );
}
