import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { storedDraft } from "./read-saved-draft";
import { redactedDraft, type Redaction } from "./redacted-draft.rules";

/**
 * Takes redacted words out of the saved draft, as a revision of its own: an author who still has them on the screen
 * does not save them again without being told.
 */
export async function redactDraft(
  ctx: Context,
  incident: LockedIncident,
  redaction: Redaction,
): Promise<void> {
  const incidentId = incident.row.id;
  // Drafts are saved without the stream's lock: hold the row, so that no revision comes in between.
  const [row] = await ctx.db.$queryRaw<{ body: unknown; rev: number }[]>`
    SELECT body, rev FROM update_drafts WHERE incident_id = ${incidentId}::uuid FOR UPDATE`;
  if (!row) return;
  const before = storedDraft.parse(row.body);
  const body = redactedDraft(before, redaction);
  if (body === before) return;
  await ctx.db.updateDraft.update({
    where: { incidentId, rev: row.rev },
    data: {
      ...{ body, rev: row.rev + 1, savedAt: incident.at },
      ...(ctx.actor.kind === "person" && { savedById: ctx.actor.id }),
    },
    select: { rev: true },
  });
}
