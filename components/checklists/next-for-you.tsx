"use client";

import { useEffect, useRef, type Ref } from "react";
import type { CommandBlockHandle } from "@/components/ui/command-block";
import { useServerNow } from "@/components/clock/use-server-now";
import { Answers, Options, StepChecks, StillOpen, TimeBox } from "@/components/room/later";
import type { RoomDialog } from "@/components/room/room-dialogs";
import type { RoomView } from "@/components/room/use-room-view";
import { checksOf } from "@/lib/checklists/checks.rules";
import { formatDuration } from "@/lib/kernel/durations";
import { detailsAround } from "@/lib/runbooks/parse/step-details.rules";
import { behindTitle } from "@/lib/runbooks/parse/step-words.rules";
import { Expectations } from "./expectations";
import { Blocks, Inlines } from "./inlines";
import { NextButtons } from "./next-buttons";
import { choiceWords, overWords, reasonWords, whereWords } from "./next-words";
import { SectionNotes } from "./section-notes";
import { StepCommand } from "./step-command";
import { StepTitle } from "./step-title";
import type { StepCursor } from "./use-step-cursor";
import type { StepWrites } from "./use-step-writes";
import type { StepView } from "./view.rules";
import type { WordsRequest } from "./words-dialog";

interface NextForYouProps {
  room: RoomView;
  cursor: StepCursor;
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
  /** For the key that copies. */
  commandRef: Ref<CommandBlockHandle>;
  onDialog: (dialog: RoomDialog) => void;
  onExit: () => void;
}

/** The one place of the next action: a step, its command, what to expect, what if it fails. */
export function NextForYou(props: NextForYouProps) {
  const { room, cursor, writes, ask, commandRef, onDialog, onExit } = props;
  const { step, choice, isOver } = cursor;
  const shown = step ?? choice?.options[0];
  const heading = useRef<HTMLHeadingElement>(null);
  // Opening the room puts the focus where the next action is.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const mine = step?.item.state === "in_progress" && step.item.assigneeId === room.me.id;
  return (
    <section
      aria-labelledby="next-for-you"
      aria-busy={cursor.isBusy}
      className="border-line-strong bg-surface shadow-card overflow-hidden rounded-md border"
    >
      <header className="border-line text-ink-2 flex min-h-9 items-center gap-2 border-b px-3 text-xs">
        <h2
          id="next-for-you"
          ref={heading}
          tabIndex={-1}
          className="text-ink font-semibold whitespace-nowrap outline-none"
        >
          {room.mayAct ? "Next for you" : "Next"}
        </h2>
        <span className="phone:py-1.5 phone:whitespace-normal min-w-0 flex-1 truncate">
          {!room.mayAct && "You watch. "}
          {shown && (isOver ? overWords(shown, room) : reasonWords(cursor, shown, room))}
        </span>
        {step && !isOver && (
          <TimeBox
            {...{ room, ask, checklistId: step.list.id, itemId: step.item.id, title: step.title }}
            minutes={step.needs.minutes}
          />
        )}
        {mine && step.item.changedAt && <InHandFor since={Date.parse(step.item.changedAt)} />}
      </header>
      {!shown ? (
        <div className="px-3 py-4">
          <StillOpen {...{ room, writes, ask, onDialog, onExit }} />
        </div>
      ) : (
        <div className="px-3 pt-2.5 pb-3">
          <h3 className="text-lg font-semibold tracking-tight break-words">
            {step && cursor.reason?.kind === "confirm" && "Confirm: "}
            {step ? <StepTitle step={step} withBlock /> : (choice?.question ?? "One of these is enough")}
          </h3>
          <p className="meta mt-0.5 mb-2 break-words">
            {step
              ? whereWords(step, sectionOf(step, room))
              : choiceWords(shown, sectionOf(shown, room), room)}
          </p>
          <ReadFirst of={shown} room={room} />
          {choice && <Options choice={choice} pickedId={step?.item.id ?? null} onPick={cursor.select} />}
          {step && <StepBody {...{ room, step, cursor, writes, commandRef }} />}
          {room.mayWalk && <NextButtons {...{ room, cursor, writes, ask }} />}
        </div>
      )}
    </section>
  );
}

interface StepBodyProps extends Pick<NextForYouProps, "room" | "cursor" | "writes" | "commandRef"> {
  step: StepView;
}

/** What the step says below its title, its command, and what tells whether it worked. */
function StepBody({ room, step, cursor, writes, commandRef }: StepBodyProps) {
  const { isOver, isReady } = cursor;
  return (
    <>
      <CameOut step={step} />
      <StepText step={step} />
      {/* Keyed: "Copied" is said of this step's command, never of the next one's. */}
      <StepCommand key={step.item.id} room={room} step={step} ref={commandRef} />
      {checksOf(step.step).length + step.item.checks.length > 0 && (
        <StepChecks key={step.item.id} {...{ room, step, isOver }} />
      )}
      <Expectations step={step.step} />
      {step.decision && (
        <Answers
          question={step.title}
          decision={step.decision}
          keyed
          onAnswer={
            room.mayWalk && !isOver
              ? async (to, press) => isReady(press) && writes.answer(step, to)
              : undefined
          }
        />
      )}
    </>
  );
}

/** What its section says before anything in it is done: it may be a warning, or say when it fits. */
function ReadFirst({ of: { list }, room }: { of: StepView; room: RoomView }) {
  const view = room.checklists.find((one) => one.list.id === list.id);
  const isOpen = view?.steps.every(({ item }) => item.state === "todo");
  if (!isOpen || view?.notes.before.length === 0) return null;
  return (
    <div className="-mt-2 mb-2 -ml-1.5">
      {/* Keyed: what was folded in one section stands open in the next one. */}
      <SectionNotes key={list.id} of={view?.notes.before ?? []} first />
    </div>
  );
}

function sectionOf({ list }: StepView, { checklists }: RoomView): string {
  return checklists.find((view) => view.list.id === list.id)?.title ?? "";
}

/** Why it failed, or what it waits for: whoever comes back to it must not look that up. */
function CameOut({ step: { item } }: { step: StepView }) {
  if (!item.reason || (item.state !== "failed" && item.state !== "blocked")) return null;
  return (
    <p className="bg-sunken mb-2 rounded-sm px-2.5 py-1.5 break-words whitespace-pre-line">
      <span className="font-medium">{item.state === "failed" ? "Failed: " : "Waits for: "}</span>
      {item.reason.value ?? "[redacted]"}
    </p>
  );
}

/** What the step says behind its title, and what stands below. */
function StepText({ step: { step } }: { step: StepView }) {
  if (!step) return null;
  const more = behindTitle(step);
  // Those by GET have buttons below.
  const others = step.http.filter(({ method }) => method !== null && method !== "GET");
  // On the card all of it is read before the command is run: a warning below it would come too late.
  const { before, after } = detailsAround(step);
  const details = [...before, ...after];
  if (more.length === 0 && details.length === 0 && others.length === 0) return null;
  return (
    <div className="text-ink-2 mb-2 space-y-1.5">
      {more.length > 0 && (
        <p>
          <Inlines of={more} />
        </p>
      )}
      <Blocks of={details} />
      {others.length > 0 && (
        <ul className="space-y-0.5 font-mono text-xs">
          {others.map((check) => (
            <li key={`${check.line} ${check.target}`}>
              {check.method ?? ""} {check.target}
            </li>
          ))}
        </ul>
      )}
    </div>
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
