"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { formatTime, formatTimeWithSeconds, formatTimeWithZone } from "@/lib/kernel/clock-times";
import { ClockActions, type WriteAction } from "./clock-actions";
import { ClockVoice } from "./clock-voice";
import {
  clockDigits,
  clockState,
  clockTitle,
  clockTone,
  type ClockSlot,
  type ClockTone,
} from "./clock.rules";
import { clockDetail, clockDetailOnPhone, type ClockMark } from "./marks.rules";
import { Rail } from "./rail";
import { useServerNow, useTimeZone } from "./use-server-now";

export interface ClockBandProps {
  /** null once it has stopped. */
  slot: ClockSlot | null;
  /** What opened the slot: `update 3 posted`, `declared`. */
  opening?: string;
  marks?: readonly ClockMark[];
  /** What is ready, in place of "Posts every 15 min". */
  detail?: string;
  /** What to say once stopped: "Final update posted 03:58", "Resolved after 1 h 52 min". */
  stopped?: { title: string; detail?: string };
  /** Set while no news arrives: since when, milliseconds since 1970. The clock runs on. */
  notLiveSince?: number | null;
  /** Writing the update; left out for those who may not. */
  write?: WriteAction;
  onSnooze?: () => void;
  /** Stands in place of the buttons. */
  aside?: ReactNode;
}

/** The clock of an incident. Its height and columns are the same in every state, so that nothing jumps. */
export function ClockBand(props: ClockBandProps) {
  return <ClockBandAt {...props} now={useServerNow()} timeZone={useTimeZone()} />;
}

const EDGES: Record<ClockTone, string> = {
  calm: "clock-calm border-line",
  soon: "clock-soon border-warn-line sm:inset-shadow-[0_2px_0_var(--color-warn-line)]",
  late: "clock-late border-overdue",
};

/** The same at a given moment. */
export function ClockBandAt(props: ClockBandProps & { now: number; timeZone: string }) {
  const { slot, opening = "", marks = [], write, onSnooze, aside, now } = props;
  const state = clockState(slot, now);
  const tone = clockTone(state);
  const words = wordsOf(props);
  const digits = clockDigits(slot, now);
  return (
    <section
      aria-label="Next update"
      className={cn(
        "phone:border-t grid flex-none items-center border-b text-(--band-1)",
        "grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-4 pt-2 pb-2.5",
        "sm:h-20.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-5 sm:py-0",
        "md:grid-cols-[346px_minmax(0,1fr)_auto] lg:grid-cols-[346px_minmax(0,1fr)_232px]",
        EDGES[tone],
      )}
    >
      <div className="contents items-center gap-x-2.5 sm:grid sm:grid-cols-[154px_minmax(0,1fr)]">
        <span
          role="timer"
          aria-live="off"
          className={cn(
            "tracking-[-.035em] whitespace-nowrap tabular-nums",
            digits.length > 6 ? "text-[34px]/11" : "sm:text-clock text-[40px]/10.5",
            tone === "calm" ? "font-[480]" : "font-semibold",
          )}
        >
          {digits}
        </span>
        <div className="min-w-0">
          <p className="flex items-start gap-1.5 text-base/4.5 font-semibold text-(--band-2) sm:text-sm/4">
            <Icon name={state === "stopped" ? "check" : tone === "calm" ? "clock" : "incident"} />
            <span className="phone:hidden line-clamp-2">{words.title}</span>
            <span className="line-clamp-2 sm:hidden">{words.phoneTitle ?? words.title}</span>
          </p>
          <p className="mt-0.5 text-sm/4 text-(--band-3) tabular-nums sm:mt-1 sm:line-clamp-2 sm:text-xs">
            <span className="phone:hidden">{words.detail}</span>
            <span className="sm:hidden">{words.phone}</span>
          </p>
        </div>
      </div>
      <div className="col-span-2 mt-1.5 min-w-0 sm:col-span-1 sm:mt-0 sm:max-md:hidden">
        {slot && (
          <Rail
            slot={slot}
            now={now}
            marks={marks}
            opening={opening}
            timeZone={props.timeZone}
            calm={tone === "calm"}
          />
        )}
      </div>
      <div className="phone:hidden flex items-center justify-end gap-2">
        {aside ?? <ClockActions slot={slot} tone={tone} write={write} onSnooze={onSnooze} />}
      </div>
      {slot && <ClockVoice slot={slot} now={now} sounds={write !== undefined} />}
    </section>
  );
}

interface ClockWords {
  title: string;
  /** With the zone, which stands nowhere else on a phone. */
  phoneTitle?: string;
  detail: string;
  phone: string;
}

function wordsOf(props: ClockBandProps & { now: number; timeZone: string }): ClockWords {
  const { slot, stopped, notLiveSince, marks = [], detail, now, timeZone } = props;
  if (!slot) {
    const text = stopped?.detail ?? "";
    return { title: stopped?.title ?? "No update is due", detail: text, phone: text };
  }
  const time = (at: number) => formatTime(at, timeZone);
  const title = clockTitle(slot, now, time(slot.dueAt));
  if (notLiveSince) {
    const text = `Not live since ${formatTimeWithSeconds(notLiveSince, timeZone)}; runs on this device`;
    return { title, detail: text, phone: text };
  }
  const input = { slot, now, marks, detail, time };
  const timeWithZone = (at: number) => formatTimeWithZone(at, timeZone);
  const phoneTitle = clockTitle(slot, now, timeWithZone(slot.dueAt));
  const phone = clockDetailOnPhone({ ...input, timeWithZone });
  return { title, phoneTitle, detail: clockDetail(input), phone };
}
