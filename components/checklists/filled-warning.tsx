"use client";

import { Icon } from "@/components/ui/icon";
import type { ParsedStep } from "@/lib/runbooks/parse/types";
import { filledWarnings } from "./filled-warning.rules";

interface FilledWarningProps {
  step: ParsedStep;
  values: Readonly<Record<string, string>>;
}

/**
 * What somebody filled in goes into everybody's command as it is: says what in it wants a second look. There before it
 * has anything to say, or nobody would hear that.
 */
export function FilledWarning({ step, values }: FilledWarningProps) {
  return (
    <div role="status" className="text-warn grid text-xs font-semibold">
      {filledWarnings(step, values).map((words) => (
        <p key={words} className="mt-0.75 flex items-start gap-1.25 wrap-anywhere">
          <Icon name="incident" size="xs" className="mt-0.5" />
          {words}
        </p>
      ))}
    </div>
  );
}
