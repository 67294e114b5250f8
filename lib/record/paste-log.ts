import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { countLines, decideHappened } from "./record.rules";
import { LOG_LIMIT_BYTES, type LogInput } from "./schemas";

/**
 * Keeps a pasted log as one entry.
 * @throws Failure `too_large` above 256 KiB, `invalid` for a time in the future
 */
export async function pasteLog(ctx: Context, input: LogInput & { key: string }): Promise<Written> {
  const { row, stream, at } = await lockIncident(ctx, input.key, "note.add");
  const happened = orThrow(decideHappened(input.occurredAt, at));
  refuseTooLarge(input.text);
  const text = newText(input.text);
  const entry = await append(ctx, stream, at, {
    kind: "log.pasted",
    data: { text: text.ref, lines: countLines(text.value) },
    texts: [text],
    occurredAt: happened.at,
  });
  return written({ row }, entry);
}

/** @throws Failure `too_large` above 256 KiB of UTF-8 */
export function refuseTooLarge(text: string): void {
  const size = Buffer.byteLength(text);
  if (size <= LOG_LIMIT_BYTES) return;
  const message = `This log has ${Math.ceil(size / 1024)} KiB; up to 256 fit. Paste the part that matters.`;
  throw new Failure("too_large", message);
}
