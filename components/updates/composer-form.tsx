"use client";

import type { ReactNode } from "react";
import { factsOf } from "@/components/incidents/incident-view";
import { STATUS_WORDS } from "@/components/incident-parts/types";
import type { RoomView } from "@/components/room/use-room-view";
import { Button } from "@/components/ui/button";
import { can } from "@/lib/auth/policy.rules";
import { formatTime } from "@/lib/kernel/clock-times";
import { NextUpdate } from "./next-update";
import { PreviousUpdate } from "./previous-update";
import type { Composer } from "./use-composer";
import { UpdateFieldEditor } from "./update-field";
import type { usePost } from "./use-post";

interface ComposerFormProps {
  room: RoomView;
  composer: Composer;
  posting: ReturnType<typeof usePost>;
  onMoveStatus: () => void;
  /** Above the fields: what stands in the way. */
  notices: ReactNode;
}

/** What the author writes: three parts, and when the next update comes. */
export function ComposerForm({ room, composer, posting, onMoveStatus, notices }: ComposerFormProps) {
  const { state, me, names } = room;
  const last = state.updates.at(-1);
  const field = { composer, incidentKey: state.key, readOnly: posting.busy } as const;
  const mayMove = can(me, "incident.move_status", factsOf(state)) && state.status !== "declared";
  return (
    <div className="grid content-start gap-3 px-3 pt-3 pb-4 sm:px-5">
      <div className="phone:hidden flex items-center gap-3">
        <h2 className="text-xl/6 tracking-[-.018em] whitespace-nowrap">Update {composer.work.number}</h2>
        <DraftedFrom room={room} composer={composer} />
        <Button icon="retry" className="ml-auto" onClick={composer.draftAgain}>
          Draft again
        </Button>
      </div>
      {notices}
      <UpdateFieldEditor
        {...field}
        field="current"
        note={STATUS_WORDS[state.status]}
        error={posting.error?.field("current")}
        aside={
          mayMove && (
            <button type="button" className="link phone:min-h-8 text-xs" onClick={onMoveStatus}>
              Change status…
            </button>
          )
        }
      />
      <UpdateFieldEditor {...field} field="progress" error={posting.error?.field("progress")} />
      <UpdateFieldEditor
        {...field}
        field="blockers"
        error={posting.error?.field("blockers")}
        aside={
          <button type="button" className="link phone:min-h-8 text-xs" onClick={composer.nothingBlocks}>
            Nothing blocks us
          </button>
        }
      />
      <div className="phone:hidden mt-1">
        <NextUpdate
          cadence={state.cadence}
          choice={composer.choice}
          onChoose={composer.choose}
          timeZone={room.timeZone}
        />
      </div>
      {last && <PreviousUpdate update={last} names={names} />}
    </div>
  );
}

function DraftedFrom({ room, composer }: Pick<ComposerFormProps, "room" | "composer">) {
  const { items, since } = composer.draft;
  const cited = items.length - composer.leftOut.length;
  const when = `since ${formatTime(Date.parse(since), room.timeZone)}`;
  const words =
    items.length === 0
      ? `Nothing on the timeline ${when}.`
      : `Drafted from ${cited} of ${items.length} timeline entries ${when}. Edit anything; each line keeps its source.`;
  return <p className="meta min-w-0">{words}</p>;
}
