import type { EntryOf, EventData, EventKind } from "../events";
import { samples } from "./samples";
import { people, things } from "./things";

const BEGIN = Date.parse("2026-03-01T03:00:00.000Z");

interface Around {
  seq?: number;
  /** Minutes after 03:00 UTC; by default one for each entry before it. */
  minute?: number;
  actorId?: string | null;
  occurredAt?: string | null;
  /** Words by text id; by default each text says "words of …". */
  texts?: Record<string, string | null>;
}

/** An entry of one kind as readers get it, by Mara unless told otherwise. */
export function anEntry<K extends EventKind>(
  kind: K,
  data: Partial<EventData<K>> = {},
  around: Around = {},
): EntryOf<K> {
  const { seq = 1, minute = seq - 1, actorId = people.mara, occurredAt = null } = around;
  const whole = { ...samples[kind], ...data };
  return {
    ...{ kind, data: whole, streamId: things.incident, seq, version: 1, occurredAt },
    actor: { kind: actorId === null ? "system" : "person", id: actorId, via: "test" },
    at: new Date(BEGIN + minute * 60_000).toISOString(),
    texts: around.texts ?? wordsFor(whole),
  } as unknown as EntryOf<K>;
}

/** Every text that data refers to, with words that name it. */
function wordsFor(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  if ("textId" in value && "digest" in value) {
    const id = String(value.textId);
    return { [id]: `words ${Number(id.slice(-4)) - 9_000}` };
  }
  return Object.assign({}, ...Object.values(value).map(wordsFor)) as Record<string, string>;
}
