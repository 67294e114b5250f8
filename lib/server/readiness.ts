import type { Db } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";

/** What /api/ready looks at. */
export interface Readiness {
  database: boolean;
  migrations: boolean;
  dueWork: boolean;
  notifications: boolean;
}

const ANSWER_WITHIN_MS = 2_000;

/**
 * Whether this instance can do its work: the database answers and takes writes, every migration it was built with
 * is applied, due work runs, notifications arrive.
 * @param migrations names this build needs
 */
export async function readiness(
  db: Db,
  migrations: readonly string[],
  parts: { dueWorkRuns: () => boolean; listens: () => boolean },
): Promise<Readiness> {
  const [database, applied] = await Promise.all([
    within(isWritable(db)).catch(() => false),
    within(appliedMigrations(db)).catch(() => new Set<string>()),
  ]);
  return {
    database,
    migrations: migrations.every((name) => applied.has(name)),
    dueWork: parts.dueWorkRuns(),
    notifications: parts.listens(),
  };
}

/** Writes and takes it back: a read-only standby or a full disk is not ready. */
async function isWritable(db: Db): Promise<boolean> {
  await db.$transaction(async (tx) => {
    const name = `probe:${newId()}`;
    await tx.$executeRaw`INSERT INTO counters (name, value) VALUES (${name}, 0)`;
    await tx.$executeRaw`DELETE FROM counters WHERE name = ${name}`;
  });
  return true;
}

async function appliedMigrations(db: Db): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return new Set(rows.map(({ name }) => name));
}

function within<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("The database did not answer in time")), ANSWER_WITHIN_MS).unref();
    }),
  ]);
}
