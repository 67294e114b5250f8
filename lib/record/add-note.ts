import { canSee, type IncidentFacts } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { decideHappened } from "./record.rules";
import type { NoteInput } from "./schemas";

/**
 * Adds a note, which may tell of something that happened earlier.
 * @throws Failure `invalid` for a time in the future, or a mention of somebody who cannot see the incident
 */
export async function addNote(ctx: Context, input: NoteInput & { key: string }): Promise<Written> {
  const { row, facts, stream, at } = await lockIncident(ctx, input.key, "note.add");
  const happened = orThrow(decideHappened(input.occurredAt, at));
  const mentions = [...new Set(input.mentions)];
  await checkMentions(ctx, facts, mentions);
  const text = newText(input.text);
  const entry = await append(ctx, stream, at, {
    kind: "note.added",
    data: { text: text.ref, mentions },
    texts: [text],
    occurredAt: happened.at,
  });
  return written({ row }, entry);
}

/** A mention calls somebody into the room: they must be able to enter it. */
async function checkMentions(ctx: Context, facts: IncidentFacts, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const people = await ctx.db.person.findMany({
    where: { id: { in: [...ids] }, deactivatedAt: null },
    select: { id: true, accessRole: true },
  });
  const able = people.filter((person) => canSee({ kind: "person", via: "mention", ...person }, facts));
  if (able.length !== ids.length)
    throw new Failure("invalid", "Mention active people who can see this incident.");
}
