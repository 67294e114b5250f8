import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bornAt, isAlive } from "@/lib/db/embedded/processes";

export interface Ready {
  address: string;
  /** One-time link to make the first administrator; absent once somebody has an account. */
  setupLink?: string;
}

export interface ServerOptions {
  /** `production` runs the built listener, `development` its source. */
  mode: "production" | "development";
  env: Record<string, string>;
  /** Where to note the process, for a next start that finds it left over. */
  dataDir: string;
  /** Whether its output goes to this terminal; default true. */
  visible?: boolean;
  /** A file that its output goes to instead. */
  logFile?: string;
}

export interface RunningServer extends Ready {
  pid: number;
  /** Fulfilled when the process has gone, whoever ended it. */
  gone: Promise<void>;
  /** Asks it to close its streams and end; ends it the hard way after a second. */
  stop(): Promise<void>;
}

const READY_LIMIT_MS = 60_000;
const GRACE_MS = 1_200;

/**
 * Starts the listener and waits until it serves.
 * @throws Error of one line when it ends before that; it has then printed why.
 */
export async function startServer({
  mode,
  env,
  dataDir,
  visible = true,
  logFile,
}: ServerOptions): Promise<RunningServer> {
  const program = mode === "production" ? ["dist/server.mjs"] : ["--import", "tsx", "lib/server/main.ts"];
  const log = logFile && openSync(logFile, "a");
  const output = log || (visible ? "inherit" : "ignore");
  // A group of its own: Ctrl-C must reach the launcher only, which stops things in order.
  const child = spawn(process.execPath, ["--enable-source-maps", ...program], {
    detached: true,
    env: { ...process.env, ...env, NODE_ENV: mode },
    stdio: ["ignore", output, output, "ipc"],
  });
  if (log) closeSync(log);
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const note = path.join(dataDir, "server.json");
  if (child.pid) writeFileSync(note, JSON.stringify({ pid: child.pid, born: bornAt(child.pid) }));
  const stop = async () => {
    await end(child.pid, gone);
    rmSync(note, { force: true });
  };
  const ready = await Promise.race([
    whenReady(child),
    gone,
    sleep(READY_LIMIT_MS, undefined, { ref: false }),
  ]);
  if (ready) return { ...ready, pid: child.pid!, gone, stop };
  await stop();
  throw new Error("The console did not come up: its last lines, above, say why.");
}

/** Ends a server that a killed launcher left behind. */
export async function endLeftoverServer(dataDir: string): Promise<void> {
  const note = path.join(dataDir, "server.json");
  try {
    const { pid, born } = JSON.parse(readFileSync(note, "utf8")) as { pid: number; born: string };
    if (isAlive(pid) && bornAt(pid) === born) await end(pid, whenGone(pid));
  } catch {
    // Nothing was noted: nothing is left.
  }
  rmSync(note, { force: true });
}

function whenReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve) => {
    child.on("message", (message: Partial<Ready> & { type?: string }) => {
      if (message.type === "ready" && message.address) resolve(message as Ready);
    });
  });
}

async function end(pid: number | undefined, gone: Promise<void>): Promise<void> {
  if (!pid || !isAlive(pid)) return;
  process.kill(pid, "SIGTERM");
  await Promise.race([gone, sleep(GRACE_MS, undefined, { ref: false })]);
  if (isAlive(pid)) process.kill(pid, "SIGKILL");
  await gone;
}

async function whenGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(30);
}
