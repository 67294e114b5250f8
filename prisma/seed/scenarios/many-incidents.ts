import type { Severity } from "@/lib/timeline/events/common";
import { insertRows, together } from "../bulk/insert-rows";
import { shortIncident } from "../bulk/short-incident";
import { named, type World } from "../world/world";

const BATCH = 1_000;
const YEARS_MS = 3 * 365 * 24 * 3_600_000;
const THINGS = "Bookings|Labels|Routes|Parcels|Payments|Scans|Mails|Positions|Manifests|Invoices".split("|");
const FAULTS = "are late|are missing|come twice|fail for some|are slow|show yesterday's data|time out".split(
  "|",
);
/** One in ten is the worst, most are mild. */
const SEVERITIES: readonly Severity[] = [1, 2, 2, 3, 3, 3, 3, 4, 4, 4];
/** How many are still open: declared one after the other in the last quarter of an hour. */
const OPEN = 40;

/**
 * Many short incidents over three years, written past the verbs with true chains and signed heads; the last 40 are
 * open. They get the numbers that come next.
 * @param count how many
 */
export async function manyIncidents(world: World, count = 100_000): Promise<void> {
  const { db } = world.base;
  const first = await takeNumbers(world, count);
  let written: Promise<void> = Promise.resolve();
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const made = Array.from({ length: size }, (_, index) => one(world, first, from + index, count));
    // While these were made, the database wrote the ones before.
    await written;
    written = insertRows(db, together(made));
  }
  await written;
  await db.$executeRaw`ANALYZE`;
}

function one(world: World, first: number, index: number, count: number) {
  const open = Math.min(OPEN, count);
  const fromEnd = count - 1 - index;
  const ago = fromEnd < open ? fromEnd * 20_000 + 60_000 : (fromEnd / count) * YEARS_MS + 3_600_000;
  const people = Object.values(world.people).filter(({ accessRole }) => accessRole !== "viewer");
  const services = [...world.services.values()];
  const place = index % 7 === 0 ? "staging" : "production";
  return shortIncident(world.base.signer, {
    number: first + index,
    title: `${pick(THINGS, index)} ${pick(FAULTS, index * 3)} in ${pick(["Oslo", "Gdańsk", "Porto", "Leeds"], index)}`,
    severity: pick(SEVERITIES, index * 7),
    environmentId: named(world.environments, place),
    serviceId: pick(services, index * 11),
    personId: pick(people, index * 5).id,
    declaredAt: new Date(world.now.getTime() - ago),
    closed: fromEnd >= open,
  });
}

/** @returns the first of so many numbers that nobody else gets */
async function takeNumbers({ base: { db } }: World, count: number): Promise<number> {
  const [row] = await db.$queryRaw<{ value: number }[]>`
    INSERT INTO counters (name, value) VALUES ('incident:real', ${count})
    ON CONFLICT (name) DO UPDATE SET value = counters.value + ${count} RETURNING value`;
  if (!row) throw new Error("The counter gave no number");
  return row.value - count + 1;
}

function pick<T>(from: readonly T[], index: number): T {
  const one = from[index % from.length];
  if (one === undefined) throw new Error("There is nothing to choose from");
  return one;
}
