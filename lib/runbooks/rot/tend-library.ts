import type { BaseContext } from "@/lib/db/context";
import { checkNextLink, planLinkChecks, type LinkParts } from "./check-link";
import { reckonRot } from "./reckon-rot";

const HOUR_MS = 3_600_000;
/** Days pass, incidents end: so often it is reckoned anew without a reason. */
const EVERY_MS = 6 * HOUR_MS;
const AT_ONCE = 25;

/**
 * Tends the library in the background: reckons anew how much care runbooks need, a few at a time, and asks for one link.
 * @returns whether there is more to do at once
 */
export async function tendLibrary(
  base: Pick<BaseContext, "db" | "clock">,
  links: LinkParts,
): Promise<boolean> {
  const stale = await staleRunbooks(base);
  for (const id of stale) await reckonRot(base, id);
  if (stale.length > 0) await planLinkChecks(base, links.listedHosts);
  await checkNextLink(base, links);
  return stale.length === AT_ONCE;
}

/** Never reckoned, published since, or some hours old; the longest ago first. */
async function staleRunbooks({ db, clock }: Pick<BaseContext, "db" | "clock">): Promise<string[]> {
  const before = new Date(clock.now().getTime() - EVERY_MS);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM runbooks r LEFT JOIN runbook_rot t ON t.runbook_id = r.id
    WHERE r.archived_at IS NULL AND r.published_version_id IS NOT NULL
      AND (t.reckoned_at IS NULL OR t.reckoned_at < r.updated_at OR t.reckoned_at < ${before})
    ORDER BY t.reckoned_at NULLS FIRST, r.id LIMIT ${AT_ONCE}`;
  return rows.map(({ id }) => id);
}
