import { mkdtempSync } from "node:fs";
import path from "node:path";
import { freePort } from "@/lib/db/embedded/free-port";
import { newSecrets } from "../launch/secrets";
import { startServer, type RunningServer } from "../launch/server-process";

export interface ServedConsole {
  /** Without a slash at the end. */
  baseUrl: string;
  /** One-time link to make the first administrator; absent when somebody has an account. */
  setupLink: string | undefined;
  /** What the server writes to its terminal, over all its restarts. */
  logFile: string;
  /** Of the process that serves now. */
  pid(): number;
  /** kill -9, and waits until the process has gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same secrets. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServedConsoleOptions {
  databaseUrl: string;
  /** A folder for what it notes down; goes with its owner. */
  home: string;
  /** More variables. */
  env?: Record<string, string>;
}

/** Serves the production build, which must be there, on a free port of 127.0.0.1. */
export async function serveConsole({ databaseUrl, home, env }: ServedConsoleOptions): Promise<ServedConsole> {
  const { authSecret, signingKey } = newSecrets();
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(path.join(home, "console-"));
  const logFile = path.join(dataDir, "server.log");
  const variables = {
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: baseUrl,
    DATABASE_URL: databaseUrl,
    DIRECT_DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: authSecret,
    QUARTERDECK_SIGNING_KEY: signingKey,
    QUARTERDECK_OUTGOING_HOSTS: "127.0.0.1",
    LOG_LEVEL: "warn",
    ...env,
  };
  const start = () => startServer({ mode: "production", dataDir, env: variables, logFile });
  let server: RunningServer = await start();
  return {
    baseUrl,
    setupLink: server.setupLink,
    logFile,
    pid: () => server.pid,
    kill: async () => {
      process.kill(server.pid, "SIGKILL");
      await server.gone;
    },
    restart: async () => void (server = await start()),
    stop: () => server.stop(),
  };
}
