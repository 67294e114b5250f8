"use client";

import { apiWrite, messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { useServerNow } from "@/components/clock/use-server-now";
import type { RoomView } from "@/components/room/use-room-view";
import { useWaits } from "@/components/live/use-away";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { minutesInWords } from "@/lib/checklists/needs.rules";
import { runningBox } from "@/lib/checklists/time-box.rules";
import type { Written } from "@/lib/incidents/dto";
import { formatCountdown } from "@/lib/kernel/durations";
import type { TimeBoxState } from "@/lib/timeline/fold/state";
import { moreTime } from "./more-time";
import type { WordsRequest } from "./words-dialog";

interface TimeBoxProps {
  room: RoomView;
  checklistId: string;
  /** Null: of the checklist as a whole. */
  itemId: string | null;
  /** What it is for, in words. */
  title: string;
  /** How long, when a timer can be started; null: none is offered. */
  minutes: number | null;
  ask: (request: WordsRequest) => void;
}

/** The timer of a step or section: counting down, or offered; nothing where there is none. */
export function TimeBox({ room, checklistId, itemId, title, minutes, ask }: TimeBoxProps) {
  const box = runningBox(room.state.timeBoxes, { checklistId, itemId });
  const start = useWrite<Written>(
    () => ({ method: "POST", path: `/checklists/${checklistId}/time-boxes`, body: { itemId } }),
    {
      onSuccess: ({ entries }) => room.apply(entries),
      onError: (error) => toast.failed(messageOf(error)),
    },
  );
  const waits = useWaits();
  if (box) return <Running {...{ box, room, title, ask }} />;
  if (minutes === null || !room.mayWalk) return null;
  return (
    <Button
      size="sm"
      variant="quiet"
      icon="clock"
      busy={start.isPending}
      notYet={waits}
      onClick={() => start.mutate()}
      aria-label={`Start timer of ${minutesInWords(minutes)} for ${title}`}
    >
      Start timer
    </Button>
  );
}

function Running({
  box,
  room,
  title,
  ask,
}: Pick<TimeBoxProps, "room" | "title" | "ask"> & { box: TimeBoxState }) {
  const digits = <Digits dueAt={Date.parse(box.dueAt)} />;
  if (!room.mayWalk)
    return (
      <span role="timer" aria-live="off">
        {digits}
      </span>
    );
  const more = (minutes: number) => ({
    label: `${minutes} min more…`,
    onSelect: () => ask(extension(box, minutes, title, room)),
  });
  return (
    <DropdownMenu
      trigger={
        <button type="button" className="hover:bg-hover phone:min-h-11 phone:px-2 rounded-sm px-1.5 py-0.5">
          <span className="sr-only">Timer for {title}: </span>
          {digits}
          <span className="sr-only">, more time or stop</span>
        </button>
      }
      items={[
        more(5),
        more(15),
        more(60),
        { label: "Stop the timer…", onSelect: () => ask(stop(box, title, room)) },
      ]}
    />
  );
}

/** `04:12 left`, `+01:12 over`: the time of the server. */
function Digits({ dueAt }: { dueAt: number }) {
  const now = useServerNow();
  const over = now >= dueAt;
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 text-xs whitespace-nowrap tabular-nums",
        over ? "text-bad font-semibold" : "text-ink-2",
      )}
    >
      <Icon name="clock" size="sm" />
      {formatCountdown(dueAt - now)} {over ? "over" : "left"}
    </span>
  );
}

function extension(box: TimeBoxState, minutes: number, title: string, room: RoomView): WordsRequest {
  const give = moreTime(box, minutes, (path, body) => apiWrite<Written>("POST", path, body));
  return {
    about: box.id,
    title: `${minutes} min more: ${title}`,
    label: "Why does it take longer?",
    hint: "The reason goes on the timeline.",
    confirm: "Give it more time",
    run: (reason) => done(room, give(reason)),
  };
}

function stop(box: TimeBoxState, title: string, room: RoomView): WordsRequest {
  return {
    about: box.id,
    title: `Stop the timer: ${title}`,
    label: "Why is it stopped?",
    hint: "It ends by itself once this is done. The reason goes on the timeline.",
    confirm: "Stop the timer",
    run: (reason) => done(room, apiWrite<Written>("PUT", `/time-boxes/${box.id}/stop`, { reason })),
  };
}

async function done({ apply }: RoomView, write: Promise<Written>): Promise<boolean> {
  try {
    apply((await write).entries);
    return true;
  } catch (error) {
    toast.failed(messageOf(error));
    return false;
  }
}
