"use client";

import { useWaits } from "@/components/live/use-away";
import type { RoomView } from "@/components/room/use-room-view";
import { Button, ButtonLink } from "@/components/ui/button";
import { movesOf } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";
import { chartHref } from "./chart-href";
import { isMainAct, moveOrAsk, remarkFor, tickOf } from "./step-requests";
import type { Press } from "./use-ready";
import type { StepCursor } from "./use-step-cursor";
import type { StepWrites } from "./use-step-writes";
import type { WordsRequest } from "./words-dialog";

interface NextButtonsProps {
  room: RoomView;
  cursor: StepCursor;
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
}

/** What can be done about the step on the card; once that is over, only to go on. */
export function NextButtons({ room, cursor, writes, ask }: NextButtonsProps) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-1.5">
      {cursor.isOver ? (
        <Button variant="primary" icon="chevron-right" kbd="J" onClick={cursor.goOn} className="phone:hidden">
          Go on
        </Button>
      ) : (
        <Moves {...{ room, cursor, writes, ask }} />
      )}
      {cursor.then && <Then cursor={cursor} then={cursor.then} />}
    </div>
  );
}

function Moves({ room, cursor, writes, ask }: NextButtonsProps) {
  const waits = useWaits();
  const { step } = cursor;
  if (!step) return null;
  const { state } = step.item;
  const tick = tickOf(step, room.me.id);
  const may = (to: StepState) => movesOf(step.item).includes(to);
  const go = (to: StepState, press: Press) => {
    if (cursor.isReady(press)) moveOrAsk(step, to, { writes, ask });
  };
  return (
    <>
      {state === "failed" && (
        <Button variant="primary" onClick={(press) => cursor.isReady(press) && cursor.leave()}>
          Leave it as failed
        </Button>
      )}
      {step.decision ? (
        <ButtonLink icon="decision" href={chartHref(room.state.key, step)}>
          Chart
        </ButtonLink>
      ) : (
        <Button
          variant={isMainAct(step, tick) ? "primary" : "secondary"}
          icon={tick.to === "done" ? "check" : undefined}
          kbd="T"
          onClick={(press) => go(tick.to, press)}
          className="phone:hidden"
        >
          {tick.label}
        </Button>
      )}
      {state === "in_progress" && !step.item.asked && step.item.assigneeId !== room.me.id && (
        <Button
          notYet={waits}
          onClick={async (press) => {
            // Of a way its parts come first.
            if (cursor.isReady(press) && (await writes.assign(step, room.me.id)) && step.opens) cursor.goOn();
          }}
        >
          Take over
        </Button>
      )}
      {may("in_progress") && tick.to !== "in_progress" && (
        <Button onClick={(press) => go("in_progress", press)}>
          {state === "failed" ? "Try again" : "Take"}
        </Button>
      )}
      {may("failed") && (
        <Button kbd="X" onClick={(press) => go("failed", press)}>
          Failed…
        </Button>
      )}
      {may("skipped") && (
        <Button kbd="S" onClick={(press) => go("skipped", press)}>
          Skip…
        </Button>
      )}
      <Button variant="quiet" icon="note" kbd="N" onClick={() => ask(remarkFor(step, "comment", writes))}>
        Note
      </Button>
    </>
  );
}

function Then({ cursor, then }: { cursor: StepCursor; then: NonNullable<StepCursor["then"]> }) {
  return (
    <button
      type="button"
      onClick={() => (cursor.isOver ? cursor.goOn() : cursor.select(then.item.id))}
      className="text-ink-2 hover:text-ink phone:min-h-11 ml-auto min-w-0 truncate py-1 text-xs"
    >
      Then <span className="text-ink font-medium">{then.title}</span>
    </button>
  );
}
