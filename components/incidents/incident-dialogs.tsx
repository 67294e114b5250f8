"use client";

import dynamic from "next/dynamic";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentView } from "./incident-view";

const MoveStatusDialog = dynamic(() =>
  import("./dialogs/move-status-dialog").then((m) => m.MoveStatusDialog),
);
const HandOverDialog = dynamic(() => import("./dialogs/hand-over-dialog").then((m) => m.HandOverDialog));
const EditFactsDialog = dynamic(() => import("./dialogs/edit-facts-dialog").then((m) => m.EditFactsDialog));
const ResolveDialog = dynamic(() => import("./dialogs/resolve-dialog").then((m) => m.ResolveDialog));
const CancelDialog = dynamic(() => import("./dialogs/cancel-dialog").then((m) => m.CancelDialog));
const ReopenDialog = dynamic(() => import("./dialogs/reopen-dialog").then((m) => m.ReopenDialog));
const CloseDialog = dynamic(() => import("./dialogs/close-dialog").then((m) => m.CloseDialog));

export type IncidentDialogName = "move" | "hand_over" | "edit" | "resolve" | "cancel" | "reopen" | "close";

interface IncidentDialogsProps {
  room: IncidentView & { entries?: readonly Entry[] };
  /** Which one is open. */
  name: IncidentDialogName | null;
  onChange: (name: IncidentDialogName | null) => void;
}

/** The dialogs of an incident, one at a time; each is fetched when it is first opened. */
export function IncidentDialogs({ room, name, onChange }: IncidentDialogsProps) {
  const props = { room, open: true, onOpenChange: (open: boolean) => !open && onChange(null) };
  switch (name) {
    case "move":
      return <MoveStatusDialog {...props} onSwitch={onChange} />;
    case "hand_over":
      return <HandOverDialog {...props} />;
    case "edit":
      return <EditFactsDialog {...props} />;
    case "resolve":
      return <ResolveDialog {...props} />;
    case "cancel":
      return <CancelDialog {...props} />;
    case "reopen":
      return <ReopenDialog {...props} />;
    case "close":
      return <CloseDialog {...props} />;
    case null:
      return null;
  }
}
