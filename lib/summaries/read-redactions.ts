import type { ReadContext } from "@/lib/db/context";
import { readEntries } from "@/lib/timeline/read";
import type { SummaryDto } from "./dto";

type Redacted = NonNullable<SummaryDto["versions"][number]["redacted"]>;

const EVERY_ENTRY = 1_000_000;

/** Versions with redacted words, by number: who redacted last, and the hash before the first time. */
export async function readRedactions(
  ctx: Pick<ReadContext, "db">,
  incidentId: string,
): Promise<Map<number, Redacted>> {
  const kinds = ["summary.redacted"];
  const entries = await readEntries(ctx, incidentId, { after: 0, limit: EVERY_ENTRY, kinds });
  const byNumber = new Map<number, Redacted>();
  for (const { kind, data, actor, at } of entries) {
    if (kind !== "summary.redacted") continue;
    const before = byNumber.get(data.version)?.before ?? data.from;
    byNumber.set(data.version, { byId: actor.id, at, before });
  }
  return byNumber;
}
