import type { ReadContext } from "@/lib/db/context";
import { readAllEntries } from "@/lib/timeline/read";
import type { SummaryDto } from "./dto";

type Redacted = NonNullable<SummaryDto["versions"][number]["redacted"]>;

/** Versions with redacted words, by number: who redacted last, and the hash before the first time. */
export async function readRedactions(
  ctx: Pick<ReadContext, "db">,
  incidentId: string,
): Promise<Map<number, Redacted>> {
  const entries = await readAllEntries(ctx, incidentId, ["summary.redacted"]);
  const byNumber = new Map<number, Redacted>();
  for (const { kind, data, actor, at } of entries) {
    if (kind !== "summary.redacted") continue;
    const before = byNumber.get(data.version)?.before ?? data.from;
    byNumber.set(data.version, { byId: actor.id, at, before });
  }
  return byNumber;
}
