import type { Context } from "@/lib/db/context";
import { literally } from "@/lib/db/like.rules";
import type { LockedStream } from "@/lib/timeline/append";
import { writeDetails } from "./change-details";
import { decideDetails } from "./details.rules";
import { detailsNamed } from "./named-details.rules";
import type { Metadata } from "./parse/types";

/**
 * Gives a new runbook the details that the head of its document names, as far as there is such a person and such a
 * service: the owner by the address or by a full name that nobody else has.
 */
export async function takeNamedDetails(
  ctx: Context,
  at: { stream: LockedStream; at: Date },
  runbookId: string,
  metadata: readonly Metadata[],
): Promise<void> {
  if (metadata.length === 0) return;
  const { owners, tags, services, reviewBy } = detailsNamed(metadata);
  const none = { ownerId: null, tags: [], serviceIds: [], reviewBy: null };
  const decided = decideDetails(none, {
    ownerId: { from: null, to: await ownerCalled(ctx, owners) },
    tags: { from: [], to: tags },
    serviceIds: { from: [], to: await servicesCalled(ctx, services) },
    reviewBy: { from: null, to: reviewBy },
  });
  if (decided.ok) await writeDetails(ctx, at, runbookId, decided.changed);
}

async function ownerCalled({ db }: Context, owners: readonly string[]): Promise<string | null> {
  for (const owner of owners) {
    const found = await db.person.findMany({
      where: {
        deactivatedAt: null,
        OR: [{ email: owner }, { name: { equals: literally(owner), mode: "insensitive" } }],
      },
      take: 2,
      select: { id: true },
    });
    if (found.length === 1 && found[0]) return found[0].id;
  }
  return null;
}

async function servicesCalled({ db }: Context, services: readonly string[]): Promise<string[]> {
  if (services.length === 0) return [];
  const found = await db.service.findMany({
    where: { archivedAt: null, name: { in: [...services], mode: "insensitive" } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return found.map(({ id }) => id);
}
