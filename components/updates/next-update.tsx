"use client";

import { useServerNow } from "@/components/clock/use-server-now";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { cn } from "@/components/ui/cn";
import type { CadenceState } from "@/lib/updates/cadence-state.rules";
import { choiceProblem, nextRule, type NextChoice } from "./next-update.rules";
import { atTime, timeOf } from "./time-of-day.rules";

interface NextUpdateProps {
  cadence: CadenceState;
  choice: NextChoice;
  onChoose: (choice: NextChoice, now: number) => void;
  timeZone: string;
  /** In the dock of a phone: full width, no words beside it. */
  dock?: boolean;
}

/** When the next update comes: the rule, or sooner. Later is not offered, since it would change nothing. */
export function NextUpdate({ cadence, choice, onChoose, timeZone, dock = false }: NextUpdateProps) {
  const now = useServerNow();
  const rule = nextRule(cadence);
  const problem = choiceProblem(choice, rule, now);
  const name = dock ? "next-in" : "next-update";
  return (
    <div className={cn("flex flex-wrap items-center gap-x-3 gap-y-1.5", dock && "mb-2")}>
      <span id={name} className="font-semibold whitespace-nowrap">
        {dock ? "Next in" : "Next update in"}
      </span>
      <SegmentedControl
        name={name}
        label="Next update in"
        size="lg"
        className={dock ? "ml-auto" : undefined}
        value={valueOf(choice, rule.minutes)}
        onValueChange={(value) => onChoose(choiceFrom(value, rule.minutes), now)}
        options={[
          ...[...rule.shorter, rule.minutes].map((minutes) => ({
            value: String(minutes),
            label: `${minutes} min`,
          })),
          { value: "time", label: dock ? "At…" : "At a time…" },
        ]}
      />
      {choice.by === "time" && (
        <span className="w-32">
          <Input
            type="time"
            aria-label="Time of the next update"
            aria-invalid={problem !== null || undefined}
            value={choice.at === null ? "" : timeOf(choice.at, timeZone)}
            onChange={(event) => onChoose({ by: "time", at: atTime(event.target.value, now, timeZone) }, now)}
          />
        </span>
      )}
      {problem !== null && (
        <span role="alert" className="text-bad text-xs font-medium">
          {problem}
        </span>
      )}
      {problem === null && !dock && (
        <span className="meta">
          {rule.words} Shorter holds until the next post; snoozing moves one update later.
        </span>
      )}
    </div>
  );
}

function valueOf(choice: NextChoice, ruleMinutes: number): string {
  if (choice.by === "time") return "time";
  return String(choice.by === "rule" ? ruleMinutes : choice.minutes);
}

function choiceFrom(value: string, ruleMinutes: number): NextChoice {
  if (value === "time") return { by: "time", at: null };
  const minutes = Number(value);
  return minutes === ruleMinutes ? { by: "rule" } : { by: "minutes", minutes };
}
