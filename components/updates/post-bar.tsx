"use client";

import type { RoomView } from "@/components/room/use-room-view";
import { Button } from "@/components/ui/button";
import type { Work } from "./draft-keeper";
import { NextUpdate } from "./next-update";
import { SavedWords } from "./saved-words";
import type { Composer } from "./use-composer";
import type { usePost } from "./use-post";

interface PostProps {
  number: number;
  /** How many places it goes to, the room included. */
  places: number;
  posting: ReturnType<typeof usePost>;
}

/** At the foot of the form: posting, and whether the draft is safe. */
export function PostBar({ number, places, posting, work }: PostProps & { work: Work }) {
  return (
    <div className="border-line phone:hidden flex flex-none items-center gap-3 border-t px-5 py-3">
      <Button
        variant="primary"
        size="lg"
        kbd="$mod+Enter"
        busy={posting.busy}
        notYet={posting.notYet}
        onClick={posting.post}
      >
        Post update {number}
      </Button>
      <span className="meta">
        {posting.notYet ?? `to ${counted(places)}. Posting is final; corrections are marked.`}
      </span>
      <span className="ml-auto flex-none">
        <SavedWords work={work} />
      </span>
    </div>
  );
}

/** The same within reach of the thumb. */
export function PostDock({
  number,
  places,
  posting,
  room,
  composer,
}: PostProps & { room: RoomView; composer: Composer }) {
  return (
    <div className="border-line bg-surface sticky bottom-0 z-20 border-t px-3 pt-2 pb-[max(12px,env(safe-area-inset-bottom))] sm:hidden">
      <NextUpdate
        dock
        cadence={room.state.cadence}
        choice={composer.choice}
        onChoose={composer.choose}
        timeZone={room.timeZone}
      />
      <Button
        variant="primary"
        size="xl"
        className="w-full"
        busy={posting.busy}
        notYet={posting.notYet}
        onClick={posting.post}
      >
        Post update {number} to {counted(places)}
      </Button>
      <p className="mt-1 flex min-h-4 justify-center">
        {posting.notYet ? (
          <span className="meta">{posting.notYet}</span>
        ) : (
          <SavedWords work={composer.work} />
        )}
      </p>
    </div>
  );
}

function counted(places: number): string {
  return places === 1 ? "the room" : `${places} places`;
}
