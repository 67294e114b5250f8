"use client";

import type { RefObject } from "react";
import { NoteComposer } from "@/components/timeline/note-composer";
import { TimelinePanel } from "@/components/timeline/timeline-panel";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/button";
import { KeptActs } from "./later";
import type { RoomView } from "./use-room-view";

interface RoomTimelineProps {
  room: RoomView;
  /** The panel; the key for a note looks for its field. */
  ref: RefObject<HTMLElement | null>;
  /** Where it is behind a button (640 to 1199 px): whether it shows. */
  open: boolean;
  onClose: () => void;
  className: string;
}

/** The timeline with the note field below it; a column, a panel over the room, or a tab, by width. */
export function RoomTimeline({ room, ref, open, onClose, className }: RoomTimelineProps) {
  return (
    <aside
      ref={ref}
      aria-label="Timeline"
      className={cn(
        "border-line bg-canvas phone:min-h-[60dvh] flex min-h-0 flex-col lg:border-l",
        "sm:max-lg:shadow-pop sm:max-lg:fixed sm:max-lg:inset-y-0 sm:max-lg:right-0 sm:max-lg:z-30 sm:max-lg:w-90 sm:max-lg:border-l",
        !open && "sm:max-lg:hidden",
        className,
      )}
    >
      <div className="hidden justify-end p-1 sm:max-lg:flex">
        <IconButton icon="cross" variant="quiet" label="Close the timeline" onClick={onClose} />
      </div>
      {room.kept.some(({ refusal }) => refusal === null) && <KeptActs room={room} />}
      <TimelinePanel room={room} />
      {room.mayAct && <NoteComposer room={room} />}
    </aside>
  );
}
