"use client";

import Link from "next/link";
import { useWaits } from "@/components/live/use-away";
import { Button, IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import { StepRow } from "@/components/ui/step-row";
import { Answers, EvidenceImage, LinkedPlace, SecondActs, TimeBox } from "@/components/room/later";
import type { RoomView } from "@/components/room/use-room-view";
import { formatTime } from "@/lib/kernel/clock-times";
import { isEnded, isOver, movesOf } from "@/lib/checklists/step.rules";
import { runningBox } from "@/lib/checklists/time-box.rules";
import { chartHref } from "./chart-href";
import { checkLine } from "./check-words";
import { stepDanger } from "./commands.rules";
import { openNeeds } from "./next-words";
import { firstTick, moveOrAsk, tickOf } from "./step-requests";
import { useReady } from "./use-ready";
import { StepTitle } from "./step-title";
import type { StepWrites } from "./use-step-writes";
import type { StepView } from "./view.rules";
import type { WordsRequest } from "./words-dialog";

interface StepLineProps {
  step: StepView;
  room: RoomView;
  writes: StepWrites;
  selected: boolean;
  onSelect: () => void;
  /** Its command stands below, with what it can do. */
  withBlock?: boolean;
  ask: (request: WordsRequest) => void;
}

/** One step in a checklist: its state, who has it, and what can be done. */
export function StepLine({ step, room, writes, selected, onSelect, withBlock, ask }: StepLineProps) {
  const waits = useWaits();
  const { item } = step;
  const tick = tickOf(step, room.me.id);
  // The second press of a double tap, or one that was meant for a row which has moved, would take the tick back.
  const { isReady, isBusy } = useReady(tick.label, false);
  const mayToggle = room.mayWalk && item.kind === "step" && movesOf(item).includes(tick.to);
  const menu = room.mayWalk && (
    <DropdownMenu
      trigger={<IconButton icon="dots" size="sm" variant="quiet" label={`More for: ${step.title}`} />}
      items={async () => {
        const { stepMenu } = await import("./step-menu");
        return stepMenu(step, { room, writes, ask, waits });
      }}
    />
  );
  const confirms = tick.label === "Confirm" && room.mayWalk;
  const free = item.state === "todo" && item.assigneeId === null && room.mayWalk && !step.satisfied;
  return (
    <StepRow
      id={`step-${item.id}`}
      state={item.state}
      title={<StepTitle step={step} />}
      depth={step.depth}
      quiet={step.satisfied}
      selected={selected}
      onSelect={onSelect}
      toggle={
        mayToggle
          ? {
              label: `${tick.label === "Done" ? "Tick" : tick.label}: ${step.title}`,
              isBusy,
              run: (press) => isReady(press) && moveOrAsk(step, tick.to, { writes, ask }),
            }
          : undefined
      }
      meta={<Meta step={step} room={room} />}
      note={noteOf(step, { room, writes, withBlock, ask })}
      action={
        <span className="flex items-center">
          {confirms && (
            <Button size="sm" onClick={() => moveOrAsk(step, "done", { writes, ask })}>
              Confirm
            </Button>
          )}
          {free && (
            <Button size="sm" variant="quiet" onClick={() => void writes.move(step, "in_progress")}>
              Take
            </Button>
          )}
          {menu}
        </span>
      }
    />
  );
}

/** Who and when; "kept" while that waits in this browser. */
function Meta({ step, room }: { step: StepView; room: RoomView }) {
  const words = metaOf(step, room);
  const waits = room.kept.some(
    ({ shows, refusal }) => refusal === null && "itemId" in shows && shows.itemId === step.item.id,
  );
  if (!waits) return words;
  return (
    <>
      {words} <Tag tone="warn">kept</Tag>
    </>
  );
}

/** "Elias 02:52", "You 03:06", or who has it. */
function metaOf({ item, satisfied, asks }: StepView, { names, me, timeZone }: RoomView): string | undefined {
  const name = (id: string) => (id === me.id ? "You" : names.person(id));
  if (satisfied) return asks ? "answered" : "not needed";
  if (item.state === "todo")
    return item.assigneeId ? `for ${item.assigneeId === me.id ? "you" : name(item.assigneeId)}` : undefined;
  const time = item.changedAt ? formatTime(Date.parse(item.changedAt), timeZone) : "";
  return item.changedById ? `${name(item.changedById)} ${time}` : time;
}

type NoteProps = Pick<StepLineProps, "room" | "writes" | "withBlock" | "ask">;

function noteOf(step: StepView, { room, writes, withBlock, ask }: NoteProps) {
  const { names, mayWalk, me, state, timeZone } = room;
  const { item, decision } = step;
  const target = { checklistId: step.list.id, itemId: item.id };
  const minutes = isOver(item.state) ? null : step.needs.minutes;
  const timed = minutes !== null || runningBox(state.timeBoxes, target) !== undefined;
  const remarks = item.remarks.map((remark) => (
    <span key={remark.id} className="block whitespace-pre-line">
      {remark.personId ? `${names.person(remark.personId)}: ` : ""}
      {remark.text.value ?? "[redacted]"}
      {remark.image && (
        <EvidenceImage textId={remark.text.id} description={remark.text.value} {...remark.image} />
      )}
    </span>
  ));
  const needs = firstTick(item) ? "waits for a second person to confirm it" : openNeeds(step);
  const confirmed = confirmedWords(step, names);
  const checks = item.checks.map((check) => (
    <span key={check.request.id} className="block break-words">
      {checkLine(check)}
    </span>
  ));
  const reason = item.reason && (item.reason.value ?? "[redacted]");
  const danger = isEnded(item.state) || withBlock ? null : stepDanger(step.step);
  const words = [decision, reason, needs, confirmed, timed, danger].some(Boolean);
  if (!words && remarks.length + checks.length + item.secondActs.length === 0) return undefined;
  return (
    <>
      {danger && (
        <span className="text-warn flex items-center gap-1">
          <Icon name="incident" size="xs" /> {danger}
        </span>
      )}
      {needs && <span className="block">{needs}</span>}
      {timed && (
        <span className="relative -ml-2 block w-fit">
          <TimeBox {...{ room, ask, ...target, minutes }} title={step.title} />
        </span>
      )}
      {confirmed && <span className="block">{confirmed}</span>}
      {decision && (
        <span className="relative block pt-1">
          <Answers
            question={step.title}
            decision={decision}
            keyed={false}
            onAnswer={mayWalk ? (answer) => writes.answer(step, answer) : undefined}
          />
          <LinkedPlace room={room} step={step} />
          <Link
            href={chartHref(state.key, step)}
            className="text-act mt-1 inline-block py-0.5 font-medium hover:underline"
          >
            Walk it with the chart
          </Link>
        </span>
      )}
      {reason && <span className="block whitespace-pre-line">{reason}</span>}
      {item.secondActs.length > 0 && (
        <SecondActs acts={item.secondActs} state={item.state} {...{ names, me, timeZone }} />
      )}
      {checks}
      {remarks}
    </>
  );
}

/** "done by Mara, confirmed by Jonah". */
function confirmedWords({ item }: StepView, names: RoomView["names"]): string | null {
  if (item.state !== "done" || !item.asked?.personId || !item.changedById) return null;
  return `done by ${names.person(item.asked.personId)}, confirmed by ${names.person(item.changedById)}`;
}
