import path from "node:path";
import { runningCluster } from "@/lib/db/embedded/cluster";
import { migrate } from "@/lib/db/migrate";
import { readSettings, type Settings } from "@/lib/kernel/env";
import { embeddedDatabase, openDatabase, type Database } from "../launch/database";
import { prepareDataFolder } from "../launch/data-folder";
import { instanceEnv } from "../launch/instance-env";
import { readHolder, takeLock } from "../launch/lock";
import { readSecrets, type Keys } from "../launch/secrets";
import { Shutdown } from "../launch/shutdown";

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
  const shutdown = new Shutdown();
  const database = settings.databaseUrl
    ? await openDatabase(settings, "", "")
    : ((await servedDatabase(settings)) ?? (await ownDatabase(settings, name, shutdown)));
  try {
    Object.assign(process.env, instanceEnv(settings, database, secretsOf(settings)));
    if (options.migrate !== false) await migrate(database.directUrl);
    return await act(database);
  } finally {
    await shutdown.run();
  }
}

/** The embedded database of an `npm start` that is running on this data folder. */
async function servedDatabase({ dataDir }: Settings): Promise<Database | undefined> {
  if (readHolder(path.resolve(dataDir))?.state !== "serving") return undefined;
  const { databasePassword } = readSecrets(path.resolve(dataDir));
  const cluster = await runningCluster(path.resolve(dataDir, "postgres"), databasePassword);
  return cluster && embeddedDatabase(cluster);
}

/** The embedded database, for us alone and until the end. */
async function ownDatabase(settings: Settings, name: string, shutdown: Shutdown): Promise<Database> {
  const dataDir = prepareDataFolder(settings.dataDir);
  const lock = await takeLock(dataDir, name, "busy");
  shutdown.add(() => lock.release());
  shutdown.listen(130);
  try {
    const database = await openDatabase(settings, dataDir, readSecrets(dataDir).databasePassword);
    shutdown.add(() => database.cluster?.stop());
    return database;
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

/** Where both are set, as in a container, no data folder is needed. */
function secretsOf({ authSecret, signingKey, dataDir }: Settings): Keys {
  if (authSecret && signingKey) return { authSecret, signingKey };
  return readSecrets(prepareDataFolder(dataDir));
}
