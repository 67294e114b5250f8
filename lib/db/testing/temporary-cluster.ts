import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCluster, runningCluster } from "../embedded/cluster";
import { isAlive } from "../embedded/processes";

export interface TemporaryCluster {
  /** Its "postgres" database, as superuser. */
  url: string;
  /** A folder that goes with it. */
  home: string;
  /** kill -9 of PostgreSQL; what it had promised must be there after `restart`. */
  kill(): Promise<void>;
  /** Starts it again on the same port after it was killed. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface TemporaryClusterOptions {
  /** Writes reach the disk before they are answered, as in `npm start`; default false, which is much faster. */
  durable?: boolean;
}

const PREFIX = "quarterdeck-test-";
const PASSWORD = "test";

// Nothing in a test outlives the run, so nothing has to reach the disk.
const volatile = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** A PostgreSQL for one run of tests; also ends those that killed runs have left behind. */
export async function temporaryCluster(options: TemporaryClusterOptions = {}): Promise<TemporaryCluster> {
  await removeLeftovers();
  const home = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const dataDir = path.join(home, "postgres");
  const start = (port?: number) =>
    openCluster({ dataDir, password: PASSWORD, settings: options.durable ? {} : volatile, port });
  let cluster = await start();
  return {
    url: cluster.url("postgres"),
    home,
    kill: async () => {
      process.kill(cluster.pid, "SIGKILL");
      await cluster.gone;
    },
    restart: async () => void (cluster = await start(cluster.port)),
    stop: async () => {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const home = path.join(tmpdir(), name);
    const left = await runningCluster(path.join(home, "postgres"), PASSWORD).catch(() => undefined);
    await left?.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
