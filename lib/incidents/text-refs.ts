import type { Context } from "@/lib/db/context";
import type { TextRef } from "@/lib/timeline/events";

/**
 * The reference to a text that an earlier entry brought, for an entry that says what it replaces. Taken from that
 * entry's own data, so that it holds also once the words were redacted.
 * @throws Error when no entry of the stream brought the text
 */
export async function refOf(ctx: Context, textId: string): Promise<TextRef> {
  const text = await ctx.db.entryText.findUniqueOrThrow({
    where: { id: textId },
    select: { streamId: true, seq: true },
  });
  const entry = await ctx.db.timelineEntry.findUniqueOrThrow({
    where: { streamId_seq: text },
    select: { data: true },
  });
  const found = findRef(JSON.parse(entry.data), textId);
  if (!found) throw new Error(`Entry ${text.seq} does not refer to text ${textId}`);
  return found;
}

function findRef(value: unknown, textId: string): TextRef | null {
  if (typeof value !== "object" || value === null) return null;
  if ("textId" in value && "digest" in value && value.textId === textId) {
    return { textId, digest: String(value.digest) };
  }
  for (const inner of Object.values(value)) {
    const found = findRef(inner, textId);
    if (found) return found;
  }
  return null;
}
