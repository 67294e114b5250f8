import { once } from "node:events";
import type { Server } from "node:http";
import next from "next";
import { issueSetupLink } from "@/lib/auth/issue-setup-link";
import { authenticate } from "@/lib/auth/session";
import { whoAsks } from "@/lib/auth/who-asks";
import { readMigrations } from "@/lib/db/migrate";
import { createApplication } from "@/lib/http/application";
import { systemActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { refreshFindable } from "@/lib/runbooks/match/refresh-findable";
import { refreshParses } from "@/lib/runbooks/refresh-parses";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { addressOf } from "./own-headers";
import { startBackground } from "./background";
import { createListener } from "./listener";
import { createMetrics } from "./metrics";
import { parts, type Parts } from "./parts";
import { readiness } from "./readiness";
import { serviceWorkerScript } from "./service-worker";
import { shareProbe } from "./shared-probe";

export interface RunningServer {
  address: string;
  /** One-time link to make the first administrator; absent once somebody has an account. */
  setupLink?: string;
  stop: () => Promise<void>;
}

/** How long an answer of /api/ready holds: whoever asks often costs the database one look a second. */
const READY_HOLDS_MS = 1_000;

/** Longer than proxies and browsers keep a quiet line (60 s), or a request on its way meets the closing of it. */
const KEEP_ALIVE_MS = 75_000;

/** Puts the process together and serves. @throws Error of one line when it cannot */
export async function startServer(): Promise<RunningServer> {
  const made = await parts();
  const { env, db, clock, signer, log } = made;
  await registerSigningKey(db, signer, clock.now());
  const dev = process.env.NODE_ENV === "development";
  const pages = next({ dev, dir: process.cwd(), hostname: env.host, port: env.port });
  await pages.prepare();
  const metrics = createMetrics(() => background.hub.size);
  const background = startBackground(made, metrics);
  const migrations = (await readMigrations()).map(({ name }) => name);
  const server = createListener({
    api: createApplication({ db, clock, signer, log, authenticate: whoAsks, clientAddress: addressOf }),
    hub: background.hub,
    metrics,
    authenticate,
    ready: shareProbe(() => readiness(db, migrations, background), READY_HOLDS_MS),
    serviceWorker: serviceWorkerScript(process.cwd(), dev),
    pages: pages.getRequestHandler(),
    trustedProxies: env.trustedProxies,
    dev,
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listening(server, env.host, env.port);
  const refresh = refreshInBackground(made);
  return {
    address: env.publicUrl,
    setupLink: await setupLink(made),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.all([background.stop(), refresh.stop()]);
      server.closeIdleConnections();
      await Promise.race([closed, seconds(0.8)]);
      server.closeAllConnections();
      await clock.stop();
      await db.$disconnect();
    },
  };
}

async function listening(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(
      `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=3001 npm start`,
    );
  });
}

/** After an upgrade: the console serves meanwhile, with runbooks as they were read and found before. */
function refreshInBackground({ db, clock, log }: Parts): { stop: () => Promise<void> } {
  let isStopped = false;
  const refresh = async () => {
    const read = await refreshParses({ db, clock }, () => isStopped);
    if (read > 0) log.info({ read }, "runbooks were read again by the new rules");
    const filled = await refreshFindable(db, () => isStopped);
    if (filled > 0) log.info({ filled }, "runbooks can be found by alerts and words again");
  };
  const done = refresh().catch((error: unknown) =>
    log.error({ err: error }, "runbooks were not read by the new rules; the next start tries again"),
  );
  return {
    stop: async () => {
      isStopped = true;
      await done;
    },
  };
}

async function setupLink({ db, clock, signer, env }: Parts): Promise<string | undefined> {
  const base = { db, clock, signer, actor: systemActor("start"), requestId: newId() };
  const link = await issueSetupLink(base);
  return link === null ? undefined : `${env.publicUrl}/setup/${link.token}`;
}

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1_000).unref());
}
