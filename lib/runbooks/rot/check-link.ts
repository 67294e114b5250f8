import type { BaseContext } from "@/lib/db/context";
import { decideTarget } from "@/lib/outbox/outgoing/address.rules";
import type { Got } from "@/lib/outbox/outgoing/get-text";
import { isAlive, nextCheck } from "./link.rules";

/** While one instance asks, no other one does. */
const LEASE_MS = 5 * 60_000;

export interface LinkParts {
  /** Asks for an address by GET, under the rules for requests to the outside. */
  get: (url: string) => Promise<Got>;
  /** From QUARTERDECK_OUTGOING_HOSTS. Others are not asked: a runbook is not the administrator. */
  listedHosts: readonly string[];
}

/**
 * Asks for the one link that has waited longest, if any is due.
 * @returns the link; null when none is due
 */
export async function checkNextLink(
  { db, clock }: Pick<BaseContext, "db" | "clock">,
  { get, listedHosts }: LinkParts,
): Promise<string | null> {
  const now = clock.now();
  const [due] = await db.$queryRaw<{ url: string; failures: number }[]>`
    UPDATE link_checks SET next_check_at = ${new Date(now.getTime() + LEASE_MS)}
    WHERE url = (
      SELECT url FROM link_checks WHERE next_check_at <= ${now}
      ORDER BY next_check_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING url, failures`;
  if (!due) return null;
  const { url } = due;
  const isLinked = await db.runbookLink.findFirst({ where: { url }, select: { url: true } });
  if (!isLinked || !isListed(url, listedHosts)) {
    await db.linkCheck.deleteMany({ where: { url } });
    return url;
  }
  const failures = isAlive(await get(url)) ? 0 : due.failures + 1;
  const checkedAt = clock.now();
  await db.linkCheck.updateMany({
    where: { url },
    data: { failures, checkedAt, nextCheckAt: nextCheck(checkedAt, failures) },
  });
  return url;
}

/** Takes up the links of listed hosts that nobody has asked for yet. */
export async function planLinkChecks(
  { db, clock }: Pick<BaseContext, "db" | "clock">,
  listedHosts: readonly string[],
): Promise<void> {
  if (listedHosts.length === 0) return;
  const rows = await db.$queryRaw<{ url: string }[]>`
    SELECT DISTINCT l.url FROM runbook_links l
    WHERE NOT EXISTS (SELECT 1 FROM link_checks c WHERE c.url = l.url)`;
  const urls = rows.map(({ url }) => url).filter((url) => isListed(url, listedHosts));
  await db.linkCheck.createMany({
    data: urls.map((url) => ({ url, nextCheckAt: clock.now() })),
    skipDuplicates: true,
  });
}

/** By name: a host that only leads into a listed network is not asked on the word of a runbook. */
function isListed(url: string, listedHosts: readonly string[]): boolean {
  const target = decideTarget(url, listedHosts);
  return target.ok && target.listed;
}
