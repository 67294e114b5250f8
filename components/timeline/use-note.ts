"use client";

import { useMutation } from "@tanstack/react-query";
import { useDirectory } from "@/components/api/directory";
import { serverNow } from "@/components/clock/use-server-now";
import { doOrKeep } from "@/components/offline/do-or-keep";
import type { RoomView } from "@/components/room/use-room-view";
import { fromLocalInput } from "@/lib/kernel/local-input";
import { emptyDraft, useDraft } from "./draft";
import { mentionedIn } from "./mentions.rules";
import { planNote } from "./note.rules";

/** The next note of an incident: its draft, what will become of it, and how to send it; without a connection it is kept. */
export function useNote(room: RoomView) {
  const { key, id } = room.state;
  const [draft, change] = useDraft(key);
  const people = useDirectory().people.filter((person) => !person.deactivated);
  const plan = planNote(draft);
  const write = useMutation({
    mutationFn: (at: number) => {
      const body = { text: draft.text, occurredAt: new Date(at).toISOString() };
      return doOrKeep({
        ...{ incidentId: id, incidentKey: key, personId: room.me.id, at, words: draft.text },
        said: plan.asLog ? "Log" : "Note",
        shows: { kind: "note" },
        request: plan.asLog
          ? { method: "POST", path: `/incidents/${key}/logs`, body }
          : {
              method: "POST",
              path: `/incidents/${key}/notes`,
              body: { ...body, mentions: mentionedIn(draft.text, people) },
            },
      });
    },
    onSuccess: (became) => {
      if (became.kind === "refused") return;
      if (became.kind === "done") room.apply(became.entries);
      change(emptyDraft);
    },
  });

  function send() {
    if (write.isPending || plan.problem || draft.text.trim() === "") return;
    const at = draft.happened ? fromLocalInput(draft.happened, room.timeZone) : null;
    write.mutate(at ?? serverNow());
  }

  const refused = write.data?.kind === "refused" ? write.data.why : null;
  return { draft, change, plan, people, send, busy: write.isPending, problem: plan.problem ?? refused };
}
