import { connect } from "@/lib/db/client";
import { databaseClock } from "@/lib/db/clock";
import { systemActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { signerFrom } from "@/lib/timeline/signing";
import { insertRows } from "@/prisma/seed/bulk/insert-rows";
import { shortIncident } from "@/prisma/seed/bulk/short-incident";
import { withNotes } from "@/prisma/seed/bulk/with-notes";
import { manyIncidents } from "@/prisma/seed/scenarios/many-incidents";
import { found } from "@/prisma/seed/world/found";
import { named, type World } from "@/prisma/seed/world/world";

const LONG = 5_000;
/** One in a thousand is long: a few incidents hold half of all entries. */
const ONE_IN = 1_000;

/** Nothing is in use yet: rows need no checks against each other, and the end of it reaches the disk at once. */
const AT_ONCE = "-c session_replication_role=replica -c synchronous_commit=off";

/**
 * Fills an empty database: an organisation, many short incidents, one in a thousand of 5,000 entries, one of these
 * in progress.
 * @param count how many incidents
 */
export async function seed(url: string, signingKey: string, count: number): Promise<void> {
  const fast = new URL(url);
  fast.searchParams.set("options", AT_ONCE);
  const db = connect(fast.href, 4);
  const clock = await databaseClock(url, false);
  const signer = signerFrom(signingKey);
  try {
    await registerSigningKey(db, signer, clock.now());
    const base = { db, clock, signer, actor: systemActor("bench"), requestId: newId() };
    const { world } = await found(base);
    const long = Math.max(1, Math.round(count / ONE_IN));
    await manyIncidents(world, count - long);
    for (let index = 1; index <= long; index++)
      await longIncident(world, count - long + index, index === long);
    await db.$executeRaw`UPDATE counters SET value = ${count} WHERE name = 'incident:real'`;
    await db.$executeRaw`VACUUM ANALYZE`;
  } finally {
    await clock.stop();
    await db.$disconnect();
  }
}

const MINUTE_MS = 60_000;

async function longIncident(world: World, number: number, inProgress: boolean): Promise<void> {
  const { signer, db } = world.base;
  const ago = inProgress ? 14 * MINUTE_MS : (number + 60) * MINUTE_MS;
  const rows = shortIncident(signer, {
    number,
    title: `Scans of depot ${number} reach the tracking page late`,
    severity: 2,
    environmentId: named(world.environments, "production"),
    serviceId: named(world.services, "tracking"),
    personId: world.people.leila.id,
    declaredAt: new Date(world.now.getTime() - ago),
    closed: !inProgress,
  });
  await insertRows(db, withNotes(signer, rows, world.people.leila.id, LONG));
}
