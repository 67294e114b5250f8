import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { moveClock } from "@/lib/incidents/move-clock";
import { updateIncident } from "@/lib/incidents/update-incident";
import { newId } from "@/lib/kernel/ids";
import { orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { newText } from "@/lib/timeline/texts";
import { advance } from "./advance.rules";
import { cadenceState, type Slot } from "./cadence-state.rules";
import { firstDueAt } from "./first-due.rules";
import { citedSources, decidePost } from "./post.rules";
import { tellOutside } from "@/lib/outbox/tell-outside";

export interface PostUpdateInput {
  current: string;
  progress: string;
  blockers: string;
  /** What the author chose for the next one; null: the rule's. */
  nextMinutes: number | null;
  /** Posted with "resolved": no other follows. */
  final: boolean;
  /** Entries that its lines cite. */
  sources: readonly number[];
  /** The newest entry that its draft was made from; null: it was not drafted. */
  draftedTo: number | null;
}

/**
 * Posts the next status update of an incident that the caller holds: answers the open slot, opens the next, writes
 * the update, and has it delivered to the webhooks. The saved draft is used up.
 * @throws Failure `conflict` once the incident is resolved, closed or cancelled
 */
export async function postUpdate(
  ctx: Context,
  incident: LockedIncident,
  input: PostUpdateInput,
): Promise<{ entries: Entry[] }> {
  const { row, stream, at } = incident;
  orThrow(decidePost(row.status));
  const { nextMinutes, final } = input;
  const before = advance(cadenceState.parse(row.cadence), at.getTime()).state;
  const number = before.updatesPosted + 1;
  const sources = citedSources(input.sources, stream.seq);
  const draftedTo = input.draftedTo && Math.min(input.draftedTo, stream.seq);
  const words = {
    current: newText(input.current),
    progress: newText(input.progress),
    blockers: newText(input.blockers),
  };
  const moved = await moveClock(ctx, incident, { kind: "posted", number, nextIntervalMinutes: nextMinutes });
  await updateIncident(ctx, incident, { ...moved.columns });

  const updateId = newId();
  const status = final ? "resolved" : row.status;
  const { dueAt, outcome } = answered(moved.ended, firstDueAt(before));
  await ctx.db.statusUpdate.create({
    data: {
      ...{
        id: updateId,
        incidentId: row.id,
        number,
        seq: stream.seq + 1,
        postedById: ctx.actor.id,
        postedAt: at,
      },
      ...{ dueAt, outcome, status, final, nextMinutes, draftedTo },
      currentTextId: words.current.ref.textId,
      progressTextId: words.progress.ref.textId,
      blockersTextId: words.blockers.ref.textId,
    },
    select: { id: true },
  });
  await ctx.db.updateDraft.deleteMany({ where: { incidentId: row.id } });
  const posted = await append(ctx, stream, at, {
    kind: "update.posted",
    data: {
      ...{ updateId, number, status, outcome, nextMinutes, final, sources, draftedTo },
      current: words.current.ref,
      progress: words.progress.ref,
      blockers: words.blockers.ref,
      dueAt: dueAt?.toISOString() ?? null,
    },
    texts: Object.values(words),
  });
  await tellOutside(ctx, incident, posted, { nextDueAt: final ? null : moved.columns.dueAt });
  return { entries: [...moved.entries, posted] };
}

/** How punctual it was for the slot it answers, and when it was first due; nothing was once the clock had stopped. */
function answered(
  slot: Slot | null,
  due: number | null,
): { dueAt: Date | null; outcome: "on_time" | "late" | null } {
  if (slot?.outcome !== "on_time" && slot?.outcome !== "late") return { dueAt: null, outcome: null };
  return { dueAt: due === null ? null : new Date(due), outcome: slot.outcome };
}
