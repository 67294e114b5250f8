"use client";

import { memo, useDeferredValue, useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { Elsewhere, JumpToTime, PinnedLines, UpdateFootnote, Waiting } from "@/components/room/later";
import type { RoomView } from "@/components/room/use-room-view";
import { Banner } from "@/components/ui/banner";
import { Button, IconButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { later } from "@/components/ui/later";
import { PanelHead } from "@/components/ui/panel";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TimelineList } from "@/components/ui/timeline-entry";
import type { Entry } from "@/lib/timeline/events";
import { EntryLine } from "./entry-line";
import { More } from "./more";
import { useEntryActions } from "./use-entry-actions";
import { useHeldBack } from "./use-held-back";
import { useScrollTo, useTargetSeq } from "./use-target";
import { useTimeline } from "./use-timeline";
import { TimelineFilter } from "./timeline-filter";
import { isFiltered, wholeTimeline, type TimelineView } from "./view.rules";

const EntryDialogs = later(() => import("./entry-dialogs").then((loaded) => loaded.EntryDialogs));

/** So many are there with the page; the others follow once the room has come to life. No column shows more at first. */
const FIRST_ROWS = 40;

/** The record of an incident, newest first. Fills the height it is given and scrolls on its own. */
export const TimelinePanel = memo(function Panel({ room }: { room: RoomView }) {
  const { state, names, timeZone } = room;
  const { view, setView, target } = useView(room);
  const [jumping, setJumping] = useState(false);
  const timeline = useTimeline(room, view, target);
  const { topRef, heldAt, release } = useHeldBack(state.seq);
  const { actions, rights, dialog, closeDialog } = useEntryActions(room);
  const shown = heldAt === null ? timeline.lines : timeline.lines.filter(({ entry }) => entry.seq <= heldAt);
  const waiting = timeline.lines.length - shown.length;
  const all = useDeferredValue(true, false);
  const { goal } = timeline;
  useScrollTo(goal, all && shown.some(({ entry }) => entry.seq === goal));
  const pinned = isFiltered(view) || view.around ? [] : timeline.pinned;
  const people = state.participants.map(({ personId: id }) => ({ id, name: names.person(id) }));
  const chosen = dialog && timeline.lines.find(({ entry }) => entry.seq === dialog.seq);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PanelHead title="Timeline" count={isFiltered(view) ? undefined : state.seq}>
        <TimelineFilter view={view} onChange={setView} people={people} />
        <IconButton
          size="sm"
          icon="clock"
          label="Jump to a time"
          aria-expanded={jumping}
          onClick={() => setJumping(!jumping)}
        />
      </PanelHead>
      {jumping && (
        <JumpToTime
          timeZone={timeZone}
          onCancel={() => setJumping(false)}
          onJump={(at) => {
            setView({ ...view, around: { at } });
            setJumping(false);
          }}
        />
      )}
      {pinned.length > 0 && <PinnedLines lines={pinned} timeZone={timeZone} />}
      <div className="relative min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
        <div ref={topRef} aria-hidden className="h-px" />
        {waiting > 0 && <Waiting count={waiting} onShow={release} />}
        {view.around && (
          <Elsewhere
            around={view.around}
            timeZone={timeZone}
            onBack={() => setView({ ...view, around: null })}
          />
        )}
        {timeline.hasNewer && <More label="Show newer" onShow={timeline.loadNewer} />}
        {timeline.error && (
          <Banner
            tone="bad"
            title="The timeline could not be read"
            action={<Button onClick={timeline.retry}>Try again</Button>}
          >
            {messageOf(timeline.error)}
          </Banner>
        )}
        {shown.length > 0 && (
          <TimelineList label="Entries, newest first">
            {shown.slice(0, all ? undefined : FIRST_ROWS).map((line) => (
              <EntryLine
                key={line.entry.seq}
                line={line}
                timeZone={timeZone}
                selected={line.entry.seq === goal}
                menu={async () => (await import("./entry-menu")).entryMenu(line, rights, actions)}
                below={footnoteOf(line.entry, room)}
              />
            ))}
          </TimelineList>
        )}
        {shown.length === 0 && timeline.loading && <SkeletonRows rows={6} label="Reading the timeline" />}
        {shown.length === 0 && !timeline.loading && !timeline.error && (
          <EmptyState
            title="Nothing matches"
            text="No entry is of this kind, or by this person."
            action={<Button onClick={() => setView(wholeTimeline)}>Show everything</Button>}
          />
        )}
        {timeline.hasOlder && (
          <More label="Show older" onShow={timeline.loadOlder} busy={timeline.loadingOlder} />
        )}
      </div>
      {dialog && chosen && (
        <EntryDialogs kind={dialog.kind} line={chosen} room={room} onClose={closeDialog} />
      )}
    </div>
  );
});

/** The view, which follows a link to an entry that is not loaded. */
function useView(room: RoomView) {
  const [view, setView] = useState<TimelineView>(wholeTimeline);
  const target = useTargetSeq();
  const [followed, setFollowed] = useState<number | null>(null);
  if (target !== followed) {
    setFollowed(target);
    const away = target !== null && !room.entries.some((entry) => entry.seq === target);
    if (away) setView({ ...wholeTimeline, around: { seq: target } });
  }
  return { view, setView, target };
}

function footnoteOf(entry: Entry, room: RoomView) {
  const isUpdate = entry.kind === "update.posted" || entry.kind === "update.corrected";
  return isUpdate && <UpdateFootnote room={room} entry={entry} />;
}
