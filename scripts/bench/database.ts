import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCluster } from "@/lib/db/embedded/cluster";
import { migrate } from "@/lib/db/migrate";
import { prepareDataFolder } from "../launch/data-folder";
import { readSecrets, type Secrets } from "../launch/secrets";
import type { Shutdown } from "../launch/shutdown";
import { stage } from "../support/progress.mjs";
import { readFacts, type Facts } from "./facts";
import { seed } from "./seed";
import { query } from "./sql";

/** A PostgreSQL of its own with the data to measure against. */
export interface BenchDatabase {
  url: string;
  secrets: Secrets;
  home: string;
  facts: Facts;
}

/** Commit times tell how long a tick takes to the last browser; all else is as in production. */
const settings = { track_commit_timestamp: "on" };

/**
 * Starts PostgreSQL with the durable settings of production, and fills it.
 * @param shutdown ends it again
 * @param kept a folder that keeps the data for the next run, which then works on a copy; absent: nothing stays
 */
export async function openBenchDatabase(
  shutdown: Shutdown,
  incidents: number,
  kept?: string,
): Promise<BenchDatabase> {
  const home = prepareDataFolder(kept ?? mkdtempSync(path.join(tmpdir(), "quarterdeck-bench-")));
  const secrets = readSecrets(home);
  const dataDir = path.join(home, "postgres");
  const cluster = await openCluster({ dataDir, password: secrets.databasePassword, settings });
  shutdown.add(async () => {
    await cluster.stop();
    if (!kept) rmSync(home, { recursive: true, force: true });
  });
  const server = cluster.url("postgres");
  const full = `seeded_${incidents}`;
  if (!(await exists(server, full))) {
    await run(server, `DROP DATABASE IF EXISTS filling`, `CREATE DATABASE filling`);
    await migrate(cluster.url("filling"));
    await stage(`Writing ${incidents.toLocaleString("en")} incidents`, () =>
      seed(cluster.url("filling"), secrets.signingKey, incidents),
    );
    await run(server, `ALTER DATABASE filling RENAME TO ${full}`);
  }
  await run(server, `DROP DATABASE IF EXISTS bench`);
  await stage("Copying them", () =>
    run(server, `CREATE DATABASE bench TEMPLATE ${full} STRATEGY file_copy`, `CHECKPOINT`),
  );
  const url = cluster.url("bench");
  // Kept data may be older than the newest migration.
  await migrate(url);
  return { url, secrets, home, facts: await readFacts(url) };
}

async function exists(server: string, name: string): Promise<boolean> {
  const rows = await query(server, `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  return rows.length > 0;
}

async function run(server: string, ...statements: string[]): Promise<void> {
  for (const statement of statements) await query(server, statement);
}
