"use client";

import type { WordsRequest } from "@/components/checklists/words-dialog";
import { later } from "@/components/ui/later";
import type { RoomDialog } from "./room-dialogs";
import type { RoomView } from "./use-room-view";

const WordsDialog = later(() => import("@/components/checklists/words-dialog").then((m) => m.WordsDialog));
const AddChecklistDialog = later(() =>
  import("@/components/checklists/add-checklist-dialog").then((m) => m.AddChecklistDialog),
);
const MoveStatusDialog = later(() =>
  import("@/components/incidents/dialogs/move-status-dialog").then((m) => m.MoveStatusDialog),
);
const HandOverDialog = later(() =>
  import("@/components/incidents/dialogs/hand-over-dialog").then((m) => m.HandOverDialog),
);
const EditFactsDialog = later(() =>
  import("@/components/incidents/dialogs/edit-facts-dialog").then((m) => m.EditFactsDialog),
);
const SeverityDialog = later(() =>
  import("@/components/incidents/dialogs/severity-dialog").then((m) => m.SeverityDialog),
);
const ResolveDialog = later(() =>
  import("@/components/incidents/dialogs/resolve-dialog").then((m) => m.ResolveDialog),
);
const CancelDialog = later(() =>
  import("@/components/incidents/dialogs/cancel-dialog").then((m) => m.CancelDialog),
);
const CloseDialog = later(() =>
  import("@/components/incidents/dialogs/close-dialog").then((m) => m.CloseDialog),
);
const ReopenDialog = later(() =>
  import("@/components/incidents/dialogs/reopen-dialog").then((m) => m.ReopenDialog),
);
const SnoozeDialog = later(() => import("@/components/updates/snooze-dialog").then((m) => m.SnoozeDialog));
const VerifyDialog = later(() => import("@/components/timeline/verify-dialog").then((m) => m.VerifyDialog));
const IncidentWebhooksDialog = later(() =>
  import("@/components/webhooks/incident-webhooks-dialog").then((m) => m.IncidentWebhooksDialog),
);

interface RoomDialogsProps {
  room: RoomView;
  dialog: RoomDialog | null;
  onDialog: (dialog: RoomDialog | null) => void;
  request: WordsRequest | null;
  onRequest: (request: WordsRequest | null) => void;
}

const DIALOGS = {
  command: HandOverDialog,
  edit: EditFactsDialog,
  severity: SeverityDialog,
  cancel: CancelDialog,
  close: CloseDialog,
  reopen: ReopenDialog,
  snooze: SnoozeDialog,
  checklist: AddChecklistDialog,
  verify: VerifyDialog,
  webhooks: IncidentWebhooksDialog,
} as const satisfies Record<Exclude<RoomDialog, "move" | "resolve">, unknown>;

/** The dialogs of a room. Each is fetched when it is first opened; one is open at a time. */
export function RoomDialogs({ room, dialog, onDialog, request, onRequest }: RoomDialogsProps) {
  const Shown = dialog && dialog !== "move" && dialog !== "resolve" ? DIALOGS[dialog] : null;
  const onOpenChange = (open: boolean) => !open && onDialog(null);
  return (
    <>
      {dialog === "move" && (
        <MoveStatusDialog room={room} open onOpenChange={onOpenChange} onSwitch={onDialog} />
      )}
      {dialog === "resolve" && <ResolveDialog room={room} open onOpenChange={onOpenChange} ask={onRequest} />}
      {Shown && <Shown room={room} open onOpenChange={onOpenChange} />}
      {request && <WordsDialog request={request} onClose={() => onRequest(null)} />}
    </>
  );
}
