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
  stop(): Promise<void>;
}

const PREFIX = "quarterdeck-test-";
const PASSWORD = "test";

/** A PostgreSQL for one run of tests; also ends those that killed runs have left behind. */
export async function temporaryCluster(): Promise<TemporaryCluster> {
  await removeLeftovers();
  const home = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const dataDir = path.join(home, "postgres");
  // Nothing here outlives the run, so nothing has to reach the disk.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const cluster = await openCluster({ dataDir, password: PASSWORD, settings });
  return {
    url: cluster.url("postgres"),
    home,
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
