"use client";

import { useEffect, useRef, type Ref } from "react";
import { Button } from "@/components/ui/button";
import { CommandBlock, type CommandBlockHandle } from "@/components/ui/command-block";
import { Time } from "@/components/ui/time";
import { useServerNow } from "@/components/clock/use-server-now";
import type { RoomView } from "@/components/room/use-room-view";
import { formatTime } from "@/lib/kernel/clock-times";
import { formatDuration } from "@/lib/kernel/durations";
import { stepMoves } from "@/lib/checklists/step.rules";
import type { NextReason } from "@/lib/room/next-for-you.rules";
import type { StepState } from "@/lib/timeline/events/common";
import { isDangerousStep, stepLines } from "./commands.rules";
import { useFillIns } from "./fill-ins";
import { Blocks, Inlines } from "./inlines";
import { remarkFor, tickOf, wordsFor } from "./step-requests";
import { StepTitle } from "./step-title";
import type { StepWrites } from "./use-step-writes";
import type { StepView } from "./view.rules";
import type { WordsRequest } from "./words-dialog";

interface NextForYouProps {
  room: RoomView;
  step: StepView | null;
  /** Null when the person chose the step themselves. */
  reason: NextReason | null;
  /** What comes after. */
  then: StepView | null;
  onThen: () => void;
  sectionTitle: string;
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
  /** For the key that copies. */
  commandRef: Ref<CommandBlockHandle>;
}

/** The one place of the next action: a step, its command, what to expect, what if it fails. */
export function NextForYou(props: NextForYouProps) {
  const { room, step, reason, then, onThen, sectionTitle, writes, ask, commandRef } = props;
  const { values, fill } = useFillIns(room.state.id);
  const heading = useRef<HTMLHeadingElement>(null);
  // Opening the room puts the focus where the next action is.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const lines = stepLines(step?.step, values);
  const mine = step?.item.state === "in_progress" && step.item.assigneeId === room.me.id;
  return (
    <section
      aria-labelledby="next-for-you"
      className="border-line-strong bg-surface shadow-card overflow-hidden rounded-md border"
    >
      <header className="border-line text-ink-2 flex h-9 items-center gap-2 border-b px-3 text-xs">
        <h2
          id="next-for-you"
          ref={heading}
          tabIndex={-1}
          className="text-ink font-semibold whitespace-nowrap"
        >
          Next for you
        </h2>
        <span className="min-w-0 flex-1 truncate">{step ? reasonWords(reason, step, room) : ""}</span>
        {mine && step.item.changedAt && <InHandFor since={Date.parse(step.item.changedAt)} />}
      </header>
      {!step ? (
        <p className="text-ink-2 px-3 py-4">{nothingWords(room)}</p>
      ) : (
        <div className="px-3 pt-2.5 pb-3">
          <h3 className="text-lg font-semibold tracking-tight break-words">
            <StepTitle step={step} />
          </h3>
          <p className="meta mt-0.5 mb-2 break-words">{whereWords(step, sectionTitle)}</p>
          <StepText step={step} />
          {lines.length > 0 && (
            <CommandBlock
              ref={commandRef}
              lines={lines}
              changesProduction={isDangerousStep(step.step)}
              hint={Object.keys(values).length > 0 ? "Filled once, used in every step" : undefined}
              kbd="C"
              onFill={fill}
            />
          )}
          <Expectations step={step} />
          {room.mayAct && <StepButtons {...{ step, writes, ask, then, onThen }} />}
        </div>
      )}
    </section>
  );
}

function StepButtons({
  step,
  writes,
  ask,
  then,
  onThen,
}: Pick<NextForYouProps, "writes" | "ask" | "then" | "onThen"> & { step: StepView }) {
  const { state } = step.item;
  const tick = tickOf(step);
  const may = (to: StepState) => (stepMoves[state] as readonly StepState[]).includes(to);
  const askFor = (to: "failed" | "skipped") => {
    const request = wordsFor(step, to, writes);
    if (request) ask(request);
  };
  return (
    <div className="mt-3 flex flex-wrap items-center gap-1.5">
      <Button
        variant="primary"
        icon="check"
        kbd="T"
        onClick={() => void writes.move(step, tick.to)}
        className="phone:hidden"
      >
        {tick.label}
      </Button>
      {may("in_progress") && <Button onClick={() => void writes.move(step, "in_progress")}>Take</Button>}
      {may("failed") && (
        <Button kbd="X" onClick={() => askFor("failed")}>
          Failed…
        </Button>
      )}
      {may("skipped") && (
        <Button kbd="S" onClick={() => askFor("skipped")}>
          Skip…
        </Button>
      )}
      <Button variant="quiet" icon="note" kbd="N" onClick={() => ask(remarkFor(step, "comment", writes))}>
        Note
      </Button>
      {then && (
        <button
          type="button"
          onClick={onThen}
          className="text-ink-2 hover:text-ink ml-auto min-w-0 truncate py-1 text-xs"
        >
          Then <span className="text-ink font-medium">{then.title}</span>
        </button>
      )}
    </div>
  );
}

/** The whole words of the step, when the title is only its lead, and what stands below them. */
function StepText({ step: { step } }: { step: StepView }) {
  if (!step) return null;
  const more = step.title !== null && step.text !== step.title;
  const details = step.details.filter((block) => block.type !== "code" || block.commands.length === 0);
  if (!more && details.length === 0 && step.http.length === 0) return null;
  return (
    <div className="text-ink-2 mb-2 space-y-1.5">
      {more && (
        <p>
          <Inlines of={step.inlines} />
        </p>
      )}
      <Blocks of={details} />
      {step.http.length > 0 && (
        <ul className="space-y-0.5 font-mono text-xs">
          {step.http.map((check) => (
            <li key={`${check.line} ${check.target}`}>
              {check.method ?? ""} {check.target}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Expectations({ step: { step } }: { step: StepView }) {
  const rows = [
    { label: "Expect", field: step?.expect },
    { label: "If this fails", field: step?.ifFails },
  ].flatMap(({ label, field }) => (field ? [{ label, field }] : []));
  if (rows.length === 0) return null;
  return (
    <dl className="phone:grid-cols-1 mt-2.5 grid grid-cols-[88px_minmax(0,1fr)] gap-x-2 gap-y-1">
      {rows.map(({ label, field }) => (
        <div key={label} className="contents">
          <dt className="meta leading-4.5">{label}</dt>
          <dd className="phone:mb-1.5 break-words">
            <Inlines of={field.inlines} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function InHandFor({ since }: { since: number }) {
  const now = useServerNow({ step: 10_000 });
  return (
    <span className="whitespace-nowrap tabular-nums">
      in progress {formatDuration(Math.max(0, now - since))}
    </span>
  );
}

function reasonWords(reason: NextReason | null, step: StepView, room: RoomView) {
  const at = step.item.changedAt ? formatTime(Date.parse(step.item.changedAt), room.timeZone) : "";
  switch (reason?.kind) {
    case "yours_in_progress":
      return `You took it at ${at}.`;
    case "given_to_you":
      return "It was given to you.";
    case "yours_failed":
      return `It failed at ${at}. Try again, or skip it.`;
    case "blocked":
      return <>Blocked since {step.item.changedAt && <Time at={Date.parse(step.item.changedAt)} />}.</>;
    case "first_open":
      return "The first open step that nobody has.";
    default:
      return "You chose it.";
  }
}

function whereWords({ item, step, list }: StepView, sectionTitle: string): string {
  const position = list.items.findIndex(({ id }) => id === item.id) + 1;
  return [`${sectionTitle}, ${position} of ${list.items.length}`, step?.condition]
    .filter(Boolean)
    .join(" · ");
}

function nothingWords({ checklists, state }: RoomView): string {
  if (state.status === "resolved" || state.status === "closed")
    return "The incident is over. What is left is the summary.";
  if (state.status === "cancelled") return "The incident was cancelled.";
  if (checklists.length === 0) return "No checklist is being walked yet. Start a section of a runbook.";
  return "Nothing is open for you. Others have the rest in hand.";
}
