import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn, type LockedStream } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { decideDetails, type DetailChanges } from "./details.rules";
import { detailsIn, detailsSelect } from "./read-details";

/**
 * Changes who keeps a runbook right, what it is about, and by when it should be reviewed.
 * @throws Failure `conflict` when one of them is no longer what the person saw; `invalid` when nothing changes, or for
 *   an owner or service that is not there
 */
export async function changeDetails(
  ctx: Context,
  { slug, changes }: { slug: string; changes: DetailChanges },
): Promise<{ slug: string }> {
  authorise(ctx.actor, "runbook.edit_details");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const row = await ctx.db.runbook.findUnique({ where: { slug }, select: { id: true, ...detailsSelect } });
  if (!row) throw new Failure("not_found", "There is no such runbook.");
  const current = detailsIn(row);
  const { changed } = orThrow(decideDetails(current, changes));
  const { ownerId, serviceIds } = changed;
  if (ownerId?.to) await checkOwner(ctx, ownerId.to);
  // A service that has been archived since may stay.
  const known = new Set(current.serviceIds);
  await checkServices(ctx, serviceIds?.to.filter((id) => !known.has(id)) ?? []);

  await writeDetails(ctx, { stream, at }, row.id, changed);
  return { slug };
}

/** Writes details that were decided, with their entry on the audit log. */
export async function writeDetails(
  ctx: Context,
  { stream, at }: { stream: LockedStream; at: Date },
  id: string,
  { ownerId, tags, serviceIds, reviewBy }: DetailChanges,
): Promise<void> {
  await ctx.db.runbook.update({
    where: { id: id },
    data: {
      ...(ownerId && { ownerId: ownerId.to }),
      ...(tags && { tags: [...tags.to] }),
      ...(reviewBy && { reviewBy: reviewBy.to && new Date(reviewBy.to) }),
      ...(serviceIds && {
        services: { deleteMany: {}, create: serviceIds.to.map((serviceId) => ({ serviceId })) },
      }),
    },
    select: { id: true },
  });
  const texts = tags && { from: newText(tags.from.join(", ")), to: newText(tags.to.join(", ")) };
  await append(ctx, stream, at, {
    kind: "runbook.details_changed",
    data: {
      runbookId: id,
      owner: ownerId ?? null,
      tags: texts ? { from: texts.from.ref, to: texts.to.ref } : null,
      services: serviceIds ? { from: [...serviceIds.from], to: [...serviceIds.to] } : null,
      reviewBy: reviewBy ?? null,
    },
    texts: texts ? [texts.from, texts.to] : [],
  });
}

async function checkOwner(ctx: Context, id: string): Promise<void> {
  const found = await ctx.db.person.findFirst({ where: { id, deactivatedAt: null }, select: { id: true } });
  if (!found) throw new Failure("invalid", "Choose an owner who has an account.");
}

async function checkServices(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await ctx.db.service.count({ where: { id: { in: [...ids] }, archivedAt: null } });
  if (known !== ids.length) throw new Failure("invalid", "Choose services from the list.");
}
