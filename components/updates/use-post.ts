"use client";

import { useRouter } from "next/navigation";
import { factsOf } from "@/components/incidents/incident-view";
import { useIncidentWrite } from "@/components/incidents/use-incident-write";
import { useAway } from "@/components/live/use-away";
import type { RoomView } from "@/components/room/use-room-view";
import { toast } from "@/components/ui/toast";
import { can } from "@/lib/auth/policy.rules";
import { citedIn, textOf } from "@/lib/updates/lines.rules";
import { choiceProblem, chosenMinutes, nextRule } from "./next-update.rules";
import type { Composer } from "./use-composer";

/** Posting the update: never optimistic, and what was written stays until it has worked. */
export function usePost(room: RoomView, { work, keeper, choice }: Composer, now: number) {
  const router = useRouter();
  const { state, me } = room;
  const { number, body } = work;
  const write = useIncidentWrite(
    room,
    () => ({
      method: "POST",
      path: "/updates",
      body: {
        number,
        current: textOf(body.current),
        progress: textOf(body.progress),
        blockers: textOf(body.blockers),
        nextMinutes: chosenMinutes(choice, now),
        sources: citedIn(body),
        draftedTo: body.draftedTo,
      },
    }),
    () => {
      keeper.finish();
      toast.done(`Update ${number} posted`);
      router.push(`/incidents/${state.key}`);
    },
  );
  const isTaken = number <= state.cadence.updatesPosted;
  const away = useAway();
  const notYet = away
    ? "Waits for the connection: the update is not posted. What you write stays in this tab."
    : !can(me, "update.post", factsOf(state))
      ? "Only the commander, the deputy or the communications lead posts. Your draft is saved for them."
      : isTaken
        ? `Update ${number} is posted already.`
        : textOf(body.current).trim() === ""
          ? "Write how things stand now."
          : (choiceProblem(choice, nextRule(state.cadence), now) ?? undefined);
  return {
    post: () => {
      if (notYet || write.isPending || write.isSuccess) return;
      keeper.hold();
      write.mutate(undefined, { onError: () => keeper.letGo() });
    },
    notYet,
    busy: write.isPending || write.isSuccess,
    /** Somebody else posted this number meanwhile. */
    isTaken: isTaken && !write.isPending && !write.isSuccess,
    error: write.error,
  };
}
