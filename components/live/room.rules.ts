import type { RoomDto } from "@/lib/room/dto";
import type { Entry } from "@/lib/timeline/events";
import { applyEntry } from "@/lib/timeline/fold";
import { redactedTexts, withoutTexts } from "@/lib/timeline/redacted-entries.rules";

/** So many entries stay in memory with the room; older ones are paged in. */
const KEEP = 500;

/**
 * Moves a room on by entries, which may come twice (from a write's answer and from the stream) or too early.
 * What they redact is gone from everything that the room had.
 * @returns the room (the same object when nothing was new), and whether an entry before these is missing
 */
export function applyToRoom(room: RoomDto, entries: readonly Entry[]): { room: RoomDto; missed: boolean } {
  let { state } = room;
  const fresh: Entry[] = [];
  for (const entry of entries) {
    if (entry.seq <= state.seq) continue;
    if (entry.seq > state.seq + 1) return { room: withEntries(room, state, fresh), missed: true };
    state = applyEntry(state, entry);
    fresh.unshift(entry);
  }
  return { room: withEntries(room, state, fresh), missed: false };
}

/**
 * The newer of two readings of a room, with everybody last seen as either says.
 * @returns `known` itself when the other one adds nothing
 */
export function newerRoom(known: RoomDto, read: RoomDto): RoomDto {
  const seen = Object.entries(read.presence).filter(([id, at]) => at > (known.presence[id] ?? 0));
  const isNewer = read.state.seq > known.state.seq;
  if (!isNewer && seen.length === 0) return known;
  return { ...(isNewer ? read : known), presence: { ...known.presence, ...Object.fromEntries(seen) } };
}

/** A room that was read again: where the stream moved it on meanwhile, only what entries do not bring is news. */
export function readAgain(known: RoomDto, read: RoomDto): RoomDto {
  const { incidentKeys, olderPins } = read;
  return known.state.seq > read.state.seq ? { ...known, incidentKeys, olderPins } : read;
}

/**
 * When each person was last active, milliseconds since 1970: their screen says so once a minute, and whoever puts
 * something on the timeline in between was there, too.
 * @param entries newest first
 */
export function lastActive({
  presence,
  entries,
}: Pick<RoomDto, "presence" | "entries">): Readonly<Record<string, number>> {
  const active = { ...presence };
  for (const { actor, at } of entries) {
    if (actor.kind !== "person" || !actor.id) continue;
    active[actor.id] = Math.max(active[actor.id] ?? 0, Date.parse(at));
  }
  return active;
}

/** Whether any of these entries speaks of an incident whose key the room does not have, or pins what it does not have. */
export function speaksOfUnknown({ incidentKeys, ...room }: RoomDto, entries: readonly Entry[]): boolean {
  const ids = entries.flatMap(({ kind, data }) => {
    if (kind === "incident.absorbed") return [data.incidentId];
    return kind === "incident.cancelled" && data.mergedIntoId ? [data.mergedIntoId] : [];
  });
  const has = (seq: number) => [...room.entries, ...room.olderPins].some((entry) => entry.seq === seq);
  return (
    ids.some((id) => !(id in incidentKeys)) ||
    entries.some(({ kind, data }) => kind === "entry.pinned" && !has(data.seq))
  );
}

function withEntries(room: RoomDto, state: RoomDto["state"], fresh: readonly Entry[]): RoomDto {
  if (fresh.length === 0) return room;
  const entries = [...fresh, ...room.entries].slice(0, KEEP);
  const without = (of: readonly Entry[]) => [...withoutTexts(of, redactedTexts(fresh))];
  return { ...room, state, entries: without(entries), olderPins: without(room.olderPins) };
}
