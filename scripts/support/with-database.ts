import path from "node:path";
import { runningCluster } from "@/lib/db/embedded/cluster";
import { migrate } from "@/lib/db/migrate";
import { readSettings, type Settings } from "@/lib/kernel/env";
import { embeddedDatabase, openDatabase, type Database } from "../launch/database";
import { prepareDataFolder } from "../launch/data-folder";
import { instanceEnv } from "../launch/instance-env";
import { readHolder, takeLock } from "../launch/lock";
import { readSecrets } from "../launch/secrets";

/**
 * Gives a command-line tool the database that `npm start` serves: the running one, or the embedded PostgreSQL
 * started for as long as the tool works. Migrates, and sets the variables that `readEnv` asks for.
 * @param name the tool, as a person calls it: "npm run admin"
 * @param options `migrate: false` leaves the tables as they are
 */
export async function withDatabase<T>(
  name: string,
  act: (database: Database) => Promise<T>,
  options: { migrate?: boolean } = {},
): Promise<T> {
  const settings = readSettings();
  const dataDir = prepareDataFolder(settings.dataDir);
  const served = await servedDatabase(settings, dataDir);
  if (served) return prepareAndAct(served);
  const lock = settings.databaseUrl ? undefined : await takeLock(dataDir, name, "busy");
  try {
    const database = await openDatabase(settings, dataDir, readSecrets(dataDir).databasePassword);
    try {
      return await prepareAndAct(database);
    } finally {
      await database.cluster?.stop();
    }
  } finally {
    lock?.release();
  }

  async function prepareAndAct(database: Database): Promise<T> {
    Object.assign(process.env, instanceEnv(settings, database, readSecrets(dataDir)));
    if (options.migrate !== false) await migrate(database.directUrl);
    return act(database);
  }
}

/** The embedded database of an `npm start` that is running on this data folder. */
async function servedDatabase(settings: Settings, dataDir: string): Promise<Database | undefined> {
  if (settings.databaseUrl || readHolder(dataDir)?.state !== "serving") return undefined;
  const cluster = await runningCluster(path.join(dataDir, "postgres"), readSecrets(dataDir).databasePassword);
  return cluster && embeddedDatabase(cluster);
}
