import { parseArgs } from "node:util";
import { migrate } from "@/lib/db/migrate";
import { readSettings } from "@/lib/kernel/env";
import { buildIfStale } from "./launch/build";
import { openDatabase } from "./launch/database";
import { prepareDataFolder } from "./launch/data-folder";
import { fillDemo } from "./launch/demo";
import { instanceEnv } from "./launch/instance-env";
import { takeLock } from "./launch/lock";
import { checkPort } from "./launch/port";
import { readSecrets } from "./launch/secrets";
import { endLeftoverServer, startServer } from "./launch/server-process";
import { Shutdown } from "./launch/shutdown";
import { welcome } from "./launch/welcome";
import { stage } from "./support/progress.mjs";

const { values: flags } = parseArgs({ options: { dev: { type: "boolean" }, demo: { type: "boolean" } } });
const shutdown = new Shutdown();
shutdown.listen();
try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await shutdown.exit(1);
}

/** From nothing to a served console: database, migrations, build, listener. */
async function start(): Promise<void> {
  const settings = readSettings();
  const dataDir = prepareDataFolder(settings.dataDir);
  const lock = await takeLock(dataDir, flags.dev ? "npm run dev" : "npm start", "serving");
  shutdown.add(() => lock.release());
  await endLeftoverServer(dataDir);
  await checkPort(settings.host, settings.port);
  const secrets = readSecrets(dataDir);
  const database = await stage(
    settings.databaseUrl ? "Connecting to PostgreSQL" : "Starting PostgreSQL",
    () => openDatabase(settings, dataDir, secrets.databasePassword),
  );
  shutdown.add(() => database.cluster?.stop());
  shutdown.watch(database.cluster?.gone, "PostgreSQL");
  await stage("Applying migrations", () =>
    migrate(database.directUrl, { log: (line) => console.error(`  ${line}`) }),
  );
  const env = instanceEnv(settings, database, secrets);
  const accounts = flags.demo ? await stage("Filling in the demonstration", () => fillDemo(env)) : "";
  if (!flags.dev) await buildIfStale(stopSignal());
  const mode = flags.dev ? "development" : "production";
  const server = await stage("Starting the console", () => startServer({ mode, env, dataDir }));
  shutdown.add(async () => {
    lock.update({ state: "stopping" });
    await server.stop();
  });
  shutdown.watch(server.gone, "The console");
  lock.update({ address: server.address });
  if (accounts) console.log(accounts);
  console.log(welcome({ ...server, host: settings.host, port: settings.port, dataDir: settings.dataDir }));
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  shutdown.add(() => controller.abort());
  return controller.signal;
}
