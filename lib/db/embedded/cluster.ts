import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findBinaries } from "./binaries";
import { freePort } from "./free-port";
import { createDataFolder } from "./create-data-folder";
import { readPostmasterFile } from "./postmaster-file";
import { isAlive, isPostgres } from "./processes";
import { launchUnprivileged } from "./unprivileged";

export interface ClusterOptions {
  /** Folder of the data; made when it is missing. */
  dataDir: string;
  password: string;
  /** Server settings over the durable defaults, e.g. `{ fsync: "off" }` in tests. */
  settings?: Record<string, string>;
  /** A free one is chosen unless one is given. */
  port?: number;
}

export interface Cluster {
  port: number;
  pid: number;
  /** True when it was running already: a launcher that was killed left it behind. */
  adopted: boolean;
  /** Connection string of one of its databases. */
  url(database: string): string;
  /** Fulfilled when PostgreSQL has gone, whoever stopped it. */
  gone: Promise<void>;
  /** Ends PostgreSQL: open connections are cut, the data is left clean. */
  stop(): Promise<void>;
}

export const CLUSTER_USER = "quarterdeck";

const START_LIMIT_MS = 60_000;
const LOCK_LIMIT_MS = 8_000;

/**
 * Starts PostgreSQL on a data folder, or adopts the one that already runs there.
 * @throws Error of one line when the data is of another major version or the server does not come up.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const binaries = findBinaries();
  const dataDir = path.resolve(options.dataDir);
  const running = await runningCluster(dataDir, options.password);
  if (running) return running;
  if (!existsSync(path.join(dataDir, "PG_VERSION"))) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    await createDataFolder({
      initdb: binaries.initdb,
      dataDir,
      user: CLUSTER_USER,
      password: options.password,
    });
  }
  checkVersion(dataDir, binaries.major);
  return start(binaries.postgres, dataDir, options);
}

/** The PostgreSQL that runs on a data folder now, or undefined. */
export async function runningCluster(dataDir: string, password: string): Promise<Cluster | undefined> {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await sleep(50)) {
    const found = readPostmasterFile(dataDir);
    if (!found || !isPostgres(found.pid)) return undefined;
    if (!found.ready) continue;
    const gone = waitUntilGone(found.pid);
    return describe(found.pid, found.port, true, password, gone);
  }
  throw new Error(
    `PostgreSQL in ${dataDir} is starting or stopping for a minute now: look into ${dataDir}.log.`,
  );
}

function checkVersion(dataDir: string, major: number): void {
  const found = readFileSync(path.join(dataDir, "PG_VERSION"), "utf8").trim();
  if (found === String(major)) return;
  throw new Error(
    `The data in ${dataDir} was written by PostgreSQL ${found}, the installed one is ${major}: ` +
      `go back to the release that wrote it, run "npm run backup", then restore into an empty folder with this one.`,
  );
}

async function start(postgres: string, dataDir: string, options: ClusterOptions): Promise<Cluster> {
  const begun = Date.now();
  for (;;) {
    const port = options.port ?? (await freePort());
    const attempt = await tryStart(postgres, dataDir, port, options.settings ?? {});
    if (attempt.ok) return describe(attempt.pid, port, false, options.password, attempt.gone);
    if (/Address already in use/i.test(attempt.output) && Date.now() - begun < LOCK_LIMIT_MS) continue;
    if (!/lock file "postmaster\.pid" already exists|pre-existing shared memory/.test(attempt.output)) {
      throw new Error(`PostgreSQL did not start: ${lastFatal(attempt.output)}`);
    }
    if (Date.now() - begun > LOCK_LIMIT_MS) forgetDeadPostmaster(dataDir);
    if (Date.now() - begun > 2 * LOCK_LIMIT_MS) {
      throw new Error(`Another PostgreSQL uses ${dataDir}: ${lastFatal(attempt.output)}`);
    }
    await sleep(250);
  }
}

type Attempt = { ok: true; pid: number; gone: Promise<void> } | { ok: false; output: string };

async function tryStart(
  postgres: string,
  dataDir: string,
  port: number,
  extra: Record<string, string>,
): Promise<Attempt> {
  const settings = { ...durable, port: String(port), ...extra };
  const args = [
    "-D",
    dataDir,
    ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
  ];
  const launch = launchUnprivileged(postgres, args, dataDir);
  const log = openLog(`${dataDir}.log`);
  // A group of its own: Ctrl-C must reach the launcher only, which stops things in order.
  const child = spawn(launch.command, launch.args, {
    ...launch.options,
    detached: true,
    stdio: ["ignore", log.descriptor, log.descriptor],
  });
  child.unref();
  let over = false;
  let failure = "";
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", (error) => {
      failure = error.message;
      resolve();
    });
  }).then(() => void (over = true));
  closeSync(log.descriptor);
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end && !over; await sleep(20)) {
    const found = readPostmasterFile(dataDir);
    if (found?.ready && found.pid === child.pid) return { ok: true, pid: found.pid, gone };
  }
  if (!over) child.kill("SIGQUIT");
  await gone;
  return { ok: false, output: failure || log.written() };
}

const LOG_LIMIT_BYTES = 4_000_000;

/** PostgreSQL writes into a file beside its data: it goes on when the launcher is killed. */
function openLog(file: string): { descriptor: number; written: () => string } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const descriptor = openSync(file, size > LOG_LIMIT_BYTES ? "w" : "a", 0o600);
  const before = fstatSync(descriptor).size;
  return { descriptor, written: () => readFileSync(file).subarray(before).toString("utf8") };
}

/** Loopback only, no sockets in /tmp; fsync, full_page_writes and synchronous_commit stay on, as is the default. */
const durable = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "128MB",
  log_checkpoints: "off",
  timezone: "UTC",
};

function describe(
  pid: number,
  port: number,
  adopted: boolean,
  password: string,
  gone: Promise<void>,
): Cluster {
  return {
    port,
    pid,
    adopted,
    gone,
    url: (database) =>
      `postgresql://${CLUSTER_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    stop: () => stop(pid, gone),
  };
}

/** SIGINT is PostgreSQL's "fast" shutdown; SIGQUIT ends it at once and leaves recovery to the next start. */
async function stop(pid: number, gone: Promise<void>): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  if ((await goneWithin(gone, 1_500)) || !isAlive(pid)) return;
  process.kill(pid, "SIGQUIT");
  await goneWithin(gone, START_LIMIT_MS);
}

/** The timer holds the event loop: a tool with nothing else to do must not end before PostgreSQL has. */
async function goneWithin(gone: Promise<void>, ms: number): Promise<boolean> {
  const waiting = new AbortController();
  const over = sleep(ms, false, { signal: waiting.signal }).catch(() => false);
  const ended = await Promise.race([gone.then(() => true), over]);
  waiting.abort();
  return ended;
}

async function waitUntilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(100, undefined, { ref: false });
}

function forgetDeadPostmaster(dataDir: string): void {
  const found = readPostmasterFile(dataDir);
  if (found && !isPostgres(found.pid)) rmSync(path.join(dataDir, "postmaster.pid"), { force: true });
}

function lastFatal(output: string): string {
  const lines = output.split("\n").filter(Boolean);
  return lines.findLast((line) => /FATAL|error/i.test(line)) ?? lines.at(-1) ?? "no message";
}
