"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { atRest } from "@/components/api/at-rest";
import { GatePanel } from "@/components/checklists/gate-panel";
import { NextForYou } from "@/components/checklists/next-for-you";
import { ChecklistsPanel } from "@/components/checklists/checklists-panel";
import { useStepCursor } from "@/components/checklists/use-step-cursor";
import { useStepWrites } from "@/components/checklists/use-step-writes";
import type { WordsRequest } from "@/components/checklists/words-dialog";
import { FilledContext } from "@/components/checklists/filled-text";
import { clockSlotOf } from "@/components/incidents/clock-slot";
import { PeopleList } from "@/components/incidents/people/people-list";
import { LastActiveContext } from "@/components/live/last-active";
import { useLiveState } from "@/components/live/use-live";
import { useNoticeTitle } from "@/components/live/notices";
import type { CommandBlockHandle } from "@/components/ui/command-block";
import { PageTitle } from "@/components/ui/page-title";
import { Rule } from "@/components/ui/panel";
import { CommanderMissed, CommandNotice, fetchLaterParts, LastUpdate, MergedInto } from "./later";
import { NotLive } from "./not-live";
import { PhoneDock, type PhoneTab } from "./phone-dock";
import { RoomClock } from "./room-clock";
import type { RoomDialog } from "./room-dialogs";
import { RoomDialogs } from "./room-dialogs-host";
import { RoomHeader } from "./room-header";
import { RoomTimeline } from "./room-timeline";
import { usePresence } from "./use-presence";
import { useRoomMenu } from "./use-room-menu";
import { useRoomKeys } from "./use-room-keys";
import { useRoomView, type FirstRoom, type RoomView } from "./use-room-view";

interface RoomPageProps {
  incidentKey: string;
  first: FirstRoom;
}

/** The incident room: what is due, what is next for this person, what blocks the end, what happened. */
export function RoomPage({ incidentKey, first }: RoomPageProps) {
  const { room, lastActive } = useRoomView(incidentKey, first);
  return (
    <LastActiveContext value={lastActive}>
      <FilledContext value={room.filled}>
        <Room room={room} />
      </FilledContext>
    </LastActiveContext>
  );
}

function Room({ room }: { room: RoomView }) {
  const [dialog, setDialog] = useRoomDialog();
  const [request, ask] = useState<WordsRequest | null>(null);
  const [tab, setTab] = useState<PhoneTab>("now");
  const [timelineOpen, setTimelineOpen] = useState(false);
  const commandRef = useRef<CommandBlockHandle>(null);
  const timelineRef = useRef<HTMLElement>(null);
  const writes = useStepWrites(room);
  const cursor = useStepCursor(room);
  const live = useLiveState();
  const onNote = useCallback(() => {
    setTab("timeline");
    setTimelineOpen(true);
    requestAnimationFrame(() => timelineRef.current?.querySelector("textarea")?.focus());
  }, []);
  const onAdd = useCallback(() => setDialog("checklist"), [setDialog]);
  const { state } = room;
  const menu = useRoomMenu(room, setDialog);
  useEffect(() => atRest(fetchLaterParts), []);
  usePresence(room);
  useRoomKeys({ room, cursor, writes, ask, open: setDialog, commandRef, onNote, menu });
  useTabFromHash(setTab, setTimelineOpen);
  useRowInSight(cursor.step?.item.id ?? null);
  useStepFromAddress(cursor.select, setTab);
  const last = state.updates.at(-1);
  const shown = (of: PhoneTab) => (tab === of ? "" : "phone:hidden");

  return (
    <div data-fills className="flex min-h-0 flex-1 flex-col">
      <RoomTitle room={room} />
      <div className="phone:sticky phone:top-0 z-10">
        <RoomHeader
          room={room}
          live={live.state}
          menu={menu}
          open={setDialog}
          onTimeline={() => setTimelineOpen((open) => !open)}
        />
        <RoomClock room={room} onSnooze={() => setDialog("snooze")} />
        {state.status === "cancelled" && state.mergedIntoId && <MergedInto room={room} />}
        <NotLive room={room} />
      </div>
      <div className="min-h-0 flex-1 sm:grid sm:grid-cols-[280px_minmax(0,1fr)] lg:grid-cols-[300px_minmax(0,1fr)_320px] 2xl:grid-cols-[340px_minmax(0,1fr)_420px]">
        <div className="border-line flex min-h-0 flex-col sm:overflow-y-auto sm:border-r">
          <div className={`bg-canvas top-0 z-1 sm:sticky ${shown("exit")}`}>
            <GatePanel room={room} ask={ask} />
            <Rule />
          </div>
          {last && (
            <div className="phone:hidden">
              <LastUpdate room={room} update={last} />
              <Rule />
            </div>
          )}
          <div className={shown("people")}>
            <PeopleList room={room} />
          </div>
        </div>
        <div className="sm:bg-surface phone:pt-3 min-h-0 px-3 sm:overflow-y-auto">
          <div className={`sm:bg-surface top-0 z-1 sm:sticky sm:pt-3 ${shown("now")}`}>
            <div className="pb-2 sm:hidden">
              {(state.status === "declared" || state.offer) && (
                <CommandNotice room={room} onHandOver={() => setDialog("command")} />
              )}
            </div>
            <CommanderMissed room={room} onHandOver={() => setDialog("command")} />
            <NextForYou
              {...{ room, cursor, writes, ask, commandRef }}
              onDialog={setDialog}
              onExit={() => setTab("exit")}
            />
          </div>
          {last && (
            <div className={`-mx-1 pt-2 sm:hidden ${shown("now")}`}>
              <LastUpdate room={room} update={last} />
            </div>
          )}
          <div className={shown("steps")}>
            <ChecklistsPanel
              room={room}
              writes={writes}
              selectedId={cursor.step?.item.id ?? null}
              onSelect={cursor.select}
              ask={ask}
              onAdd={onAdd}
            />
          </div>
        </div>
        <RoomTimeline
          room={room}
          ref={timelineRef}
          open={timelineOpen}
          onClose={() => setTimelineOpen(false)}
          className={shown("timeline")}
        />
      </div>
      <PhoneDock room={room} cursor={cursor} writes={writes} ask={ask} tab={tab} onTab={setTab} />
      <RoomDialogs room={room} dialog={dialog} onDialog={setDialog} request={request} onRequest={ask} />
    </div>
  );
}

function RoomTitle({ room }: { room: RoomView }) {
  const notice = useNoticeTitle();
  const { key, title, cadence } = room.state;
  return <PageTitle text={`${key} ${title.value ?? ""}`} slot={clockSlotOf(cadence)} notice={notice} />;
}

/** The dialog that is open. "Read the brief" on any screen leads here, also when this is the screen. */
function useRoomDialog(): [RoomDialog | null, (dialog: RoomDialog | null) => void] {
  const asked = useSearchParams().get("answer") === "command";
  const [dialog, setDialog] = useState<RoomDialog | null>(null);
  const set = useCallback((next: RoomDialog | null) => {
    setDialog(next);
    if (location.search) history.replaceState(null, "", location.pathname + location.hash);
  }, []);
  return [dialog ?? (asked ? "command" : null), set];
}

/** A link to a step (`?step=`) puts it on the card, also when the room is open already. */
function useStepFromAddress(select: (itemId: string) => void, setTab: (tab: PhoneTab) => void): void {
  const asked = useSearchParams().get("step");
  const selectNow = useEffectEvent((itemId: string) => {
    select(itemId);
    setTab("now");
    requestAnimationFrame(() => document.getElementById("next-for-you")?.focus());
  });
  useEffect(() => {
    if (asked === null) return;
    history.replaceState(null, "", location.pathname + location.hash);
    queueMicrotask(() => selectNow(asked));
  }, [asked]);
}

/** The list follows the card: the row of another step comes into sight, where the list is. */
function useRowInSight(itemId: string | null): void {
  const last = useRef(itemId);
  useEffect(() => {
    if (last.current === itemId) return;
    last.current = itemId;
    // A section that opens for it is there after the next frame.
    requestAnimationFrame(() =>
      document.getElementById(`step-${itemId}`)?.scrollIntoView({ block: "nearest", behavior: "instant" }),
    );
  }, [itemId]);
}

/** A link to an entry opens the timeline where it is behind a tab or a button. */
function useTabFromHash(setTab: (tab: PhoneTab) => void, openTimeline: (open: boolean) => void): void {
  useEffect(() => {
    const look = () => {
      if (!location.hash.startsWith("#entry-")) return;
      setTab("timeline");
      openTimeline(true);
    };
    look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, [openTimeline, setTab]);
}
