import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { append } from "@/lib/timeline/append";
import { findEntry } from "./find-entry";
import { readPins } from "./read-marks";
import type { EntryParams } from "./schemas";

/** Pins an entry for everyone; one that is pinned already stays so, without a second entry. */
export function pinEntry(ctx: Context, input: EntryParams): Promise<Written> {
  return setPin(ctx, input, true);
}

/** Takes a pin away; without one, nothing happens. */
export function unpinEntry(ctx: Context, input: EntryParams): Promise<Written> {
  return setPin(ctx, input, false);
}

async function setPin(ctx: Context, { key, seq }: EntryParams, pinned: boolean): Promise<Written> {
  const { row, stream, at } = await lockIncident(ctx, key, "entry.pin");
  await findEntry(ctx, stream.id, seq);
  const already = (await readPins(ctx, stream.id)).includes(seq) === pinned;
  if (already) return written({ row });
  const kind = pinned ? "entry.pinned" : "entry.unpinned";
  return written({ row }, await append(ctx, stream, at, { kind, data: { seq } }));
}
