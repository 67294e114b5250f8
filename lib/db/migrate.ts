import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

export interface MigrateOptions {
  /** Folder with one sub-folder per migration, each with a `migration.sql`. */
  dir?: string;
  log?: (line: string) => void;
  /** Names to apply and no others; default all. */
  only?: string[];
}

/** The advisory lock that `prisma migrate` takes: the two never run at the same time. */
const MIGRATION_LOCK = 72707369;

/**
 * Applies what is missing of `prisma/migrations`, as `prisma migrate deploy` does: same folder, same
 * `_prisma_migrations` table, same lock, so that the two can be mixed. Safe to run on several machines at once.
 * @param url connection string of the database; must not go through a transaction pooler.
 * @returns names of the migrations applied by this call, in order.
 * @throws Error when an earlier migration failed half-way, or one fails now (its changes are rolled back).
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const { dir = "prisma/migrations", log = () => {}, only } = options;
  const client = new pg.Client({ connectionString: url, application_name: "quarterdeck migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(BOOKKEEPING);
    const done = await applied(client);
    const names: string[] = [];
    for (const migration of await readMigrations(dir)) {
      const checksum = done.get(migration.name);
      if (only && !only.includes(migration.name)) continue;
      if (checksum === undefined) {
        await apply(client, migration);
        log(`applied ${migration.name}`);
        names.push(migration.name);
      } else if (checksum !== migration.checksum) {
        log(`warning: ${migration.name} was changed after it had been applied`);
      }
    }
    return names;
  } finally {
    // Closing the session gives the lock back.
    await client.end();
  }
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** All migrations of a folder by name, i.e. by time; none when the folder is missing. */
export async function readMigrations(dir = "prisma/migrations"): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

async function applied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const failed = rows.find((row) => row.finished_at === null);
  if (failed) {
    throw new Error(
      `The migration ${failed.migration_name} failed before: look at its logs in _prisma_migrations, then run ` +
        `"npm run prisma -- migrate resolve --rolled-back ${failed.migration_name}" and start again.`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** One transaction with the bookkeeping: a kill or an error in the middle leaves nothing behind. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    // Without parameters the whole script is one message: quoted bodies may hold any number of semicolons.
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw new Error(`The migration ${name} failed, nothing of it was kept: ${String(error)}`, {
      cause: error,
    });
  }
}
