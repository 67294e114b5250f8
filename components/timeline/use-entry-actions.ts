"use client";

import { useState } from "react";
import { useWrite } from "@/components/api/use-write";
import type { RoomView } from "@/components/room/use-room-view";
import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";
import { can, roleOf } from "@/lib/auth/policy.rules";
import type { Written } from "@/lib/incidents/dto";
import type { EntryActions, EntryRights } from "./entry-menu";
import { anchorOf } from "./view.rules";

/** The dialog that stands open, and for which entry. */
export interface OpenDialog {
  kind: "correct" | "time" | "redact";
  seq: number;
}

/** What can be done with the entries of a room. */
export function useEntryActions(room: RoomView) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const pin = useWrite<Written, { seq: number; pinned: boolean }>(
    ({ seq, pinned }) => ({
      method: pinned ? "PUT" : "DELETE",
      path: `/incidents/${room.state.key}/entries/${seq}/pin`,
    }),
    {
      onSuccess: ({ entries }) => room.apply(entries),
      onError: (error, input) => toast.failed(error.detail, { retry: () => pin.mutate(input) }),
    },
  );
  const actions: EntryActions = {
    correct: (seq) => setDialog({ kind: "correct", seq }),
    putTimeRight: (seq) => setDialog({ kind: "time", seq }),
    redact: (seq) => setDialog({ kind: "redact", seq }),
    setPin: (seq, pinned) => pin.mutate({ seq, pinned }),
    copyLink: (seq) => void copyLink(seq),
  };
  return { actions, rights: rightsIn(room), dialog, closeDialog: () => setDialog(null) };
}

function rightsIn({ me, state }: RoomView): EntryRights {
  const facts = { ...state, participants: state.participants.filter(({ leftAt }) => leftAt === null) };
  return {
    id: me.id,
    accessRole: me.accessRole,
    role: roleOf(me, facts),
    pin: can(me, "entry.pin", facts),
    redact: can(me, "text.redact", facts),
  };
}

async function copyLink(seq: number): Promise<void> {
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}#${anchorOf(seq)}`;
  if (await copyText(link, document.body)) toast.done(`Link to #${seq} copied`);
  else toast.failed(`The browser refused to copy. The link: ${link}`);
}
