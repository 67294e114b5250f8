"use client";

import type { RoomView } from "@/components/room/use-room-view";
import { CorrectDialog } from "./correct-dialog";
import type { Line } from "./lines.rules";
import { RedactDialog } from "./redact-dialog";
import { TimeDialog } from "./time-dialog";
import type { OpenDialog } from "./use-entry-actions";

export interface EntryDialogProps {
  line: Line;
  room: RoomView;
  onClose: () => void;
}

/** What an entry's menu opens; loaded when it is first opened. */
export function EntryDialogs({ kind, ...props }: EntryDialogProps & Pick<OpenDialog, "kind">) {
  if (kind === "correct") return <CorrectDialog {...props} />;
  if (kind === "time") return <TimeDialog {...props} />;
  return <RedactDialog {...props} />;
}
