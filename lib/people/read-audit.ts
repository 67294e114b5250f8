import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { ADMINISTRATION } from "@/lib/timeline/administration";
import { eventKinds } from "@/lib/timeline/events";
import { readEntries } from "@/lib/timeline/read";
import type { AuditPage } from "./dto";
import { readThings } from "./read-things";
import type { AuditQuery } from "./schemas";

/** The audit log, newest first, a page at a time. */
export async function readAudit(
  ctx: ReadContext,
  { before, about, actor, limit }: AuditQuery,
): Promise<AuditPage> {
  authorise(ctx.actor, "audit.read");
  const rows = await readEntries(ctx, ADMINISTRATION, {
    before,
    limit: limit + 1,
    kinds: about && eventKinds.filter((kind) => kind.startsWith(`${about}.`)),
    actorId: actor,
  });
  const entries = rows.slice(0, limit);
  return {
    entries,
    things: await readThings(ctx, entries),
    next: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null,
  };
}
