import type { Tx } from "@/lib/db/client";
import { Failure } from "@/lib/kernel/errors";
import { isBinary } from "./binary.rules";
import { SOURCE_LIMIT, type SourceInput } from "./schemas";

/**
 * The bytes that were sent, or those of the version that was named.
 * @throws Failure `too_large` above 2 MiB, `invalid` when there is nothing in it or it is no text, `not_found` for no such version
 */
export async function readBytes({ db }: { db: Tx }, input: SourceInput): Promise<Uint8Array<ArrayBuffer>> {
  if (input.sourceOf === undefined) return bytesOf(input);
  const version = await db.runbookVersion.findUnique({
    where: { id: input.sourceOf },
    select: { source: true },
  });
  if (!version) throw new Failure("not_found", "There is no such runbook version.");
  return new Uint8Array(version.source);
}

/** The bytes that were sent. @throws Failure `too_large`, `invalid` as above */
export function bytesOf(input: Omit<SourceInput, "sourceOf">): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(
    input.sourceBase64 === undefined
      ? Buffer.from(input.source ?? "", "utf8")
      : Buffer.from(input.sourceBase64, "base64"),
  );
  if (bytes.length > SOURCE_LIMIT) throw new Failure("too_large", "A runbook may have 2 MiB at most.");
  if (isBinary(bytes))
    throw new Failure("invalid", "This is no text in UTF-8. Save it as that, or send Markdown.");
  if (bytes.length === 0) throw new Failure("invalid", "The document is empty.");
  return bytes;
}

/** The text to parse: UTF-8, with U+FFFD for what is none; the bytes themselves are kept as they came. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: false }).decode(bytes);
}
