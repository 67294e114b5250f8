"use client";

import { useDirectory } from "@/components/api/directory";
import { useWrite } from "@/components/api/use-write";
import type { RoomView } from "@/components/room/use-room-view";
import type { Written } from "@/lib/incidents/dto";
import { fromLocalInput } from "@/lib/kernel/local-input";
import { emptyDraft, useDraft } from "./draft";
import { mentionedIn } from "./mentions.rules";
import { planNote } from "./note.rules";

/** The next note of an incident: its draft, what will become of it, and how to send it. */
export function useNote(room: RoomView) {
  const { key } = room.state;
  const [draft, change] = useDraft(key);
  const people = useDirectory().people.filter((person) => !person.deactivated);
  const plan = planNote(draft);
  const write = useWrite<Written, string | null>(
    (occurredAt) => {
      const body = { text: draft.text, occurredAt };
      if (plan.asLog) return { method: "POST", path: `/incidents/${key}/logs`, body };
      const mentions = mentionedIn(draft.text, people);
      return { method: "POST", path: `/incidents/${key}/notes`, body: { ...body, mentions } };
    },
    {
      onSuccess: ({ entries }) => {
        room.apply(entries);
        change(emptyDraft);
      },
    },
  );

  function send() {
    if (write.isPending || plan.problem || draft.text.trim() === "") return;
    const at = draft.happened ? fromLocalInput(draft.happened, room.timeZone) : null;
    write.mutate(at === null ? null : new Date(at).toISOString());
  }

  const problem = plan.problem ?? write.error?.detail ?? null;
  return { draft, change, plan, people, send, busy: write.isPending, problem };
}
