import type { Context } from "@/lib/db/context";
import { nameOf } from "@/lib/incidents/name-of";
import { Failure } from "@/lib/kernel/errors";
import { storable } from "@/lib/kernel/text";
import type { Entry } from "@/lib/timeline/events";
import { lockSummary } from "./locked-summary";
import type { SavePartInput } from "./schemas";
import { writeVersion } from "./write-version";

export interface Saved {
  version: number;
  sha256: string;
  entries: Entry[];
}

/**
 * Saves one part of a summary. Two people in different parts do not disturb each other.
 * @throws Failure `conflict` when the part is no longer what the person began from; `details.text` is what it is now
 */
export async function savePart(ctx: Context, input: SavePartInput & { key: string }): Promise<Saved> {
  const summary = await lockSummary(ctx, input.key, "summary.edit");
  if (summary.incident.row.status === "closed") {
    throw new Failure("conflict", "The incident is closed. Reopen it to change its summary.");
  }
  const { parts } = summary.body;
  const now = parts[input.part];
  if (now !== input.base) {
    const author = await nameOf(ctx, summary.authorId);
    const details = { text: now, authorId: summary.authorId, version: summary.version };
    throw new Failure(
      "conflict",
      `${author} changed this part meanwhile. Your text is kept; take over what you need.`,
      details,
    );
  }
  return writeVersion(ctx, summary, {
    ...summary.body,
    parts: { ...parts, [input.part]: storable(input.text) },
  });
}
