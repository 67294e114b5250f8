import type { ReadContext } from "@/lib/db/context";
import { inSnapshot } from "@/lib/db/in-snapshot";
import { findVisible } from "@/lib/incidents/find-visible";
import type { Entry } from "@/lib/timeline/events";
import { readEntries } from "@/lib/timeline/read";
import type { UpdatesDto } from "./dto";

const AT_MOST = 1_000;

/** Every posted update of an incident with its corrections, oldest first. */
export function listUpdates(ctx: ReadContext, key: string): Promise<UpdatesDto> {
  return inSnapshot(ctx.db, async (db) => {
    const { id } = await findVisible({ ...ctx, db }, key);
    const kinds = ["update.posted", "update.corrected"];
    const entries = await readEntries({ db }, id, { after: 0, limit: AT_MOST, kinds });
    return { updates: entries.flatMap((entry) => toUpdate(entry, entries)) };
  });
}

function toUpdate(entry: Entry, all: readonly Entry[]): UpdatesDto["updates"] {
  if (entry.kind !== "update.posted") return [];
  const { number, dueAt, outcome, status, final, nextMinutes, current, progress, blockers } = entry.data;
  const words = (textId: string) => entry.texts[textId] ?? null;
  const update = {
    ...{ number, seq: entry.seq, postedById: entry.actor.id, postedAt: entry.at },
    ...{ dueAt, outcome, status, final, nextMinutes },
    current: words(current.textId),
    progress: words(progress.textId),
    blockers: words(blockers.textId),
    corrections: all.flatMap((other) => toCorrection(other, number)),
  };
  return [update];
}

function toCorrection(entry: Entry, number: number) {
  if (entry.kind !== "update.corrected" || entry.data.number !== number) return [];
  const { seq, at, actor, data, texts } = entry;
  return [{ seq, at, byId: actor.id, text: texts[data.text.textId] ?? null }];
}
