"use client";

import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { AddStarters } from "@/components/runbooks/add-starters";
import type { DayDto } from "@/lib/room/day.dto";
import { openDeclare } from "../declare/declare-store";

interface FirstRunProps {
  ready: DayDto["ready"];
  name: string;
  email: string;
}

/** The first page of a new console: what makes it ready, in order; any of it can wait. */
export function FirstRun({ ready, name, email }: FirstRunProps) {
  const first = !ready.runbook ? "runbook" : !ready.people ? "people" : "drill";
  const look = (step: typeof first) =>
    step === first ? ({ variant: "primary", size: "lg" } as const) : ({} as const);
  return (
    <div className="bg-surface flex-1 px-6 pb-10 sm:overflow-y-auto">
      <div className="mx-auto max-w-168 pt-8 sm:pt-16">
        <h2 className="text-2xl/7.5 font-bold tracking-[-.025em]">Nothing is on fire.</h2>
        <p className="text-ink-2 mt-1.5 mb-6.5 max-w-140 text-lg/6">
          Good time to get ready. These take about ten minutes; you can declare an incident before any of
          them.
        </p>
        <ol className="divide-line border-line divide-y border-y">
          <Step number={1} done title="You are the administrator" text={`${name}, ${email}`} />
          <Step
            number={2}
            done={ready.runbook}
            title="Bring a runbook"
            text="Paste Markdown or drop a file. You see what became of each line before anything is saved. Or begin with the starters."
          >
            <span className="flex flex-wrap gap-1.5">
              <AddStarters {...(first === "runbook" && { size: "lg" })} />
              <ButtonLink href="/runbooks/import" {...look("runbook")}>
                Import a runbook
              </ButtonLink>
            </span>
          </Step>
          <Step
            number={3}
            done={ready.people}
            title="Invite the people who answer"
            text="By link. They choose how they want to be reached."
          >
            <ButtonLink href="/admin/people" {...look("people")}>
              Invite
            </ButtonLink>
          </Step>
          <Step
            number={4}
            done={ready.drill}
            title="Run a drill"
            text="Fifteen minutes, a practice incident with the real clock. Counts in no figure."
          >
            <Button onClick={() => openDeclare({ kind: "drill" })} {...look("drill")}>
              Start a drill
            </Button>
          </Step>
        </ol>
        <p className="meta phone:hidden mt-4.5 flex flex-wrap gap-3.5">
          <span>
            <Kbd keys="D" /> declare
          </span>
          <span>
            <Kbd keys="$mod+K" /> find anything
          </span>
          <span>
            <Kbd keys="?" /> all keys
          </span>
        </p>
      </div>
    </div>
  );
}

interface StepProps {
  number: number;
  done: boolean;
  title: string;
  text: string;
  children?: ReactNode;
}

function Step({ number, done, title, text, children }: StepProps) {
  return (
    <li className="grid grid-cols-[28px_minmax(0,1fr)] items-center gap-x-3.5 gap-y-2 py-4 sm:grid-cols-[28px_minmax(0,1fr)_auto]">
      {done ? (
        <span className="forced-fill bg-good text-surface grid size-6.5 place-items-center rounded-full">
          <Icon name="check" label="Done" />
        </span>
      ) : (
        <span
          aria-hidden
          className="border-line-strong grid size-6.5 place-items-center rounded-full border font-semibold tabular-nums"
        >
          {number}
        </span>
      )}
      <div className="min-w-0">
        <h3 className="text-base">{title}</h3>
        <p className="text-ink-2 break-words">{text}</p>
      </div>
      <div className="phone:col-start-2">{done ? <span className="meta">done</span> : children}</div>
    </li>
  );
}
