"use client";

import { useServerNow } from "@/components/clock/use-server-now";
import { ButtonLink } from "@/components/ui/button";
import { ListRow } from "@/components/ui/list-row";
import { PanelHead } from "@/components/ui/panel";
import { StepIcon } from "@/components/ui/step-icon";
import { stepHref } from "@/components/incidents/step-href";
import { formatDuration } from "@/lib/kernel/durations";
import type { MyStep } from "@/lib/room/day.dto";

/** The steps that are mine, in every incident that runs. */
export function MySteps({ steps }: { steps: readonly MyStep[] }) {
  const now = useServerNow({ step: 10_000 });
  if (steps.length === 0) return null;
  const incidents = new Set(steps.map((step) => step.incidentKey)).size;
  const where = incidents === 1 ? "1 incident" : `${incidents} incidents`;
  return (
    <section aria-label="My steps">
      <PanelHead title="My steps" count={`${steps.length} in ${where}`} />
      <ul>
        {steps.map((step) => (
          <ListRow
            key={step.itemId}
            icon={<StepIcon state={step.state} />}
            title={step.confirms ? `Confirm: ${step.title}` : step.title}
            meta={[step.incidentKey, step.checklist, noteOf(step)].filter(Boolean).join(", ")}
            aside={asideOf(step, now)}
            action={
              <ButtonLink
                size="sm"
                href={stepHref(step.incidentKey, step.itemId)}
                aria-label={`Open ${step.incidentKey} at ${step.title}`}
              >
                Open
              </ButtonLink>
            }
          />
        ))}
      </ul>
    </section>
  );
}

function noteOf(step: MyStep): string | null {
  if (step.confirms) return "somebody did it, and it needs a second person";
  if (step.state === "in_progress") return "you took it";
  return step.state === "blocked" && step.reason ? `waits: ${step.reason}` : null;
}

function asideOf(step: MyStep, now: number): string {
  if (step.state === "in_progress" && step.since) return formatDuration(now - Date.parse(step.since));
  return { todo: "to do", blocked: "blocked", failed: "failed" }[step.state as string] ?? "";
}
