import { versionOf, type EventData } from "@/lib/timeline/events";
import { canonical, entryHash, headMessage } from "@/lib/timeline/hash.rules";
import { newText } from "@/lib/timeline/texts";
import type { Signer } from "@/lib/kernel/signer";
import { bytea, type Rows } from "./short-incident";

/** How far apart the notes are, in milliseconds. */
const APART_MS = 140;

/**
 * Lets the chain of one incident go on with notes.
 * @param rows from `shortIncident`
 * @param personId who writes them
 */
export function withNotes(signer: Signer, rows: Rows, personId: string, count: number): Rows {
  const head = rows.streams?.[0] as { id: string; head_seq: number; head_hash: string; head_at: Date };
  const entries = [];
  const texts = [];
  let hash = head.head_hash;
  let at = head.head_at;
  for (let index = 1; index <= count; index++) {
    const seq = head.head_seq + index;
    const text = newText(`${index}: queue at ${(index * 37) % 900}, ${(index * 13) % 60} workers busy`);
    at = new Date(at.getTime() + APART_MS);
    const data: EventData<"note.added"> = { text: text.ref, mentions: [] };
    const event = { kind: "note.added", version: versionOf("note.added") } as const;
    const actor = { kind: "person", id: personId, via: "session" } as const;
    const times = { at: at.toISOString(), occurredAt: null };
    hash = entryHash(hash, { streamId: head.id, seq, ...event, actor, ...times, data });
    const written = { actor_kind: "person", actor_id: personId, via: "session" };
    entries.push({ stream_id: head.id, seq, ...event, ...written, at, data: canonical(data), hash });
    texts.push({
      ...{ id: text.ref.textId, stream_id: head.id, seq, text: text.value, salt: bytea(text.salt) },
    });
  }
  const seq = head.head_seq + count;
  const signature = signer.sign(headMessage(head.id, seq, hash));
  return {
    ...rows,
    streams: [{ ...head, head_seq: seq, head_hash: hash, head_at: at, head_signature: signature }],
    timeline_entries: [...(rows.timeline_entries ?? []), ...entries],
    entry_texts: [...(rows.entry_texts ?? []), ...texts],
  };
}
