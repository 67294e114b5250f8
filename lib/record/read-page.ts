import type { ReadContext } from "@/lib/db/context";
import { findVisible } from "@/lib/incidents/find-visible";
import { eventKinds, type Entry } from "@/lib/timeline/events";
import { readEntries, type EntryRange } from "@/lib/timeline/read";
import type { EntriesDto } from "./dto";
import { isInGroup } from "./kinds.rules";
import { readCorrections, readPins } from "./read-marks";
import type { EntriesQuery } from "./schemas";

type Filter = Pick<EntryRange, "kinds" | "actorId" | "seqs">;
type Window = Pick<EntriesDto, "entries" | "nextBefore" | "nextAfter" | "found">;

/**
 * A page of an incident's timeline, newest first, with the corrections and pins that concern it.
 * @throws Failure `not_found` when there is no such incident or the actor may not know of it
 */
export async function readPage(
  ctx: ReadContext,
  { key, ...query }: EntriesQuery & { key: string },
): Promise<EntriesDto> {
  const { id } = await findVisible(ctx, key);
  const pins = await readPins(ctx, id);
  const window = await readWindow(ctx, id, query, {
    kinds: kindsOf(query),
    actorId: query.person,
    seqs: query.pinned ? pins : undefined,
  });
  const seqs = window.entries.map((entry) => entry.seq);
  return { ...window, marks: { corrections: await readCorrections(ctx, id, seqs), pins } };
}

async function readWindow(
  ctx: ReadContext,
  streamId: string,
  query: EntriesQuery,
  filter: Filter,
): Promise<Window> {
  const { limit, after, before } = query;
  const found = query.around ?? (query.at && (await newestAt(ctx, streamId, query.at)));
  if (found !== undefined) {
    const half = Math.max(1, Math.floor(limit / 2));
    const newer = await readNewer(ctx, streamId, found, half, filter);
    const older = await readOlder(ctx, streamId, found + 1, half, filter);
    return { ...older, nextAfter: newer.nextAfter, entries: [...newer.entries, ...older.entries], found };
  }
  if (after !== undefined) return readNewer(ctx, streamId, after, limit, filter);
  return readOlder(ctx, streamId, before, limit, filter);
}

async function readOlder(
  ctx: ReadContext,
  streamId: string,
  before: number | undefined,
  limit: number,
  filter: Filter,
): Promise<Window> {
  const range = { ...filter, before, limit: limit + 1 };
  const { page, last } = cut(await readEntries(ctx, streamId, range), limit);
  return { entries: page, nextBefore: last, nextAfter: null, found: null };
}

async function readNewer(
  ctx: ReadContext,
  streamId: string,
  after: number,
  limit: number,
  filter: Filter,
): Promise<Window> {
  const range = { ...filter, after, limit: limit + 1 };
  const { page, last } = cut(await readEntries(ctx, streamId, range), limit);
  return { entries: page.reverse(), nextBefore: null, nextAfter: last, found: null };
}

/** One more than asked was read, to know whether there are more; `last` is where the next page begins. */
function cut(entries: readonly Entry[], limit: number): { page: Entry[]; last: number | null } {
  const page = entries.slice(0, limit);
  return { page, last: entries.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** The newest entry at a time; before the first, the first. */
async function newestAt(ctx: ReadContext, streamId: string, at: Date): Promise<number> {
  const newest = await ctx.db.timelineEntry.findFirst({
    where: { streamId, at: { lte: at } },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  return newest?.seq ?? 1;
}

function kindsOf({ kind, group }: EntriesQuery): string[] | undefined {
  if (!kind && !group) return undefined;
  return eventKinds.filter((known) => (!kind || kind.includes(known)) && (!group || isInGroup(known, group)));
}
