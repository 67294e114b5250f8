import { mkdtempSync } from "node:fs";
import path from "node:path";
import { freePort } from "@/lib/db/embedded/free-port";
import { newSecrets } from "@/scripts/launch/secrets";
import { startServer } from "@/scripts/launch/server-process";
import { newDatabase, temporaryHome } from "./cluster";

export interface Console {
  /** Where a browser opens it, without a slash at the end. */
  baseUrl: string;
  /** For factories and checks: the very database that it serves. */
  databaseUrl: string;
  /** One-time link to make the first administrator; absent when somebody has an account. */
  setupLink: string | undefined;
  pid: number;
  /** Starts another instance on the same database, with the same secrets. */
  another(): Promise<Console>;
  stop(): Promise<void>;
}

export interface ConsoleOptions {
  /** A made-up name that the browser maps to 127.0.0.1: a plain HTTP origin that is no secure context. */
  hostName?: string;
  /** More variables, e.g. those of a provider for single sign-on. */
  env?: Record<string, string>;
  /** An existing database; without one a new, empty one. */
  databaseUrl?: string;
}

type Secrets = Pick<ReturnType<typeof newSecrets>, "authSecret" | "signingKey">;

/** Starts the production build on a free port, with the test clock. */
export async function startConsole(
  options: ConsoleOptions = {},
  secrets: Secrets = newSecrets(),
): Promise<Console> {
  const databaseUrl = options.databaseUrl ?? (await newDatabase());
  const port = await freePort();
  const baseUrl = `http://${options.hostName ?? "127.0.0.1"}:${port}`;
  const server = await startServer({
    mode: "production",
    dataDir: mkdtempSync(path.join(temporaryHome(), "console-")),
    env: {
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_URL: baseUrl,
      DATABASE_URL: databaseUrl,
      DIRECT_DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: secrets.authSecret,
      QUARTERDECK_SIGNING_KEY: secrets.signingKey,
      QUARTERDECK_TEST_CLOCK: "1",
      QUARTERDECK_OUTGOING_HOSTS: "127.0.0.1",
      LOG_LEVEL: "warn",
      ...options.env,
    },
  });
  return {
    baseUrl,
    databaseUrl,
    setupLink: server.setupLink,
    pid: server.pid,
    another: () => startConsole({ ...options, databaseUrl }, secrets),
    stop: server.stop,
  };
}
