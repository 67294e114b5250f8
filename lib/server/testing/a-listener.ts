import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { actorOf } from "@/lib/auth/session";
import { sealSession, sessionCookie } from "@/lib/auth/sessions/session-cookie";
import type { TestContext } from "@/lib/db/testing/make-context";
import { testDatabaseUrl } from "@/lib/db/testing/database";
import { createApplication } from "@/lib/http/application";
import { readEnv } from "@/lib/kernel/env";
import { createLog } from "@/lib/kernel/log";
import { startBackground } from "@/lib/server/background";
import { createListener } from "@/lib/server/listener";
import { createMetrics } from "@/lib/server/metrics";
import { addressOf } from "@/lib/server/own-headers";
import { readiness, type Readiness } from "@/lib/server/readiness";
import { newSigningKey } from "@/lib/timeline/signing";

const authSecret = "a secret of the tests, thirty-two characters";
const publicUrl = "http://127.0.0.1:3000";

/** What came back, with the headers as Node has them. */
export interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  text: string;
}

export interface AListener {
  port: number;
  /** How many streams are open. */
  streams: () => number;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** The Cookie header of a person's session at a version. */
  cookieOf: (personId: string, sessionVersion?: number) => Promise<string>;
  stop: () => Promise<void>;
}

export interface ListenerOptions {
  trustedProxies?: string[];
  /** Stands for Next: tells what it was handed. */
  pages?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  ready?: () => Promise<Readiness>;
  serviceWorker?: string;
}

/** The listener with its API, hub and notifications on this test's database, on a free port of 127.0.0.1. */
export async function aListener(ctx: TestContext, options: ListenerOptions = {}): Promise<AListener> {
  const { db, signer } = ctx;
  const clock = Object.assign(ctx.clock, { onMoved: () => {}, stop: async () => {} });
  const log = createLog("silent");
  const env = readEnv({
    ...{ DATABASE_URL: await testDatabaseUrl(), PUBLIC_URL: publicUrl, NEXTAUTH_SECRET: authSecret },
    QUARTERDECK_SIGNING_KEY: newSigningKey(),
  });
  const metrics = createMetrics(() => background.hub.size);
  const background = startBackground({ db, clock, signer, log, env }, metrics);
  const authenticate = (request: Request) =>
    actorOf(request.headers.get("cookie"), { db, authSecret, publicUrl });
  const server = createListener({
    api: createApplication({ db, clock, signer, log, authenticate, clientAddress: addressOf }),
    ...{ hub: background.hub, metrics, authenticate, dev: false },
    serviceWorker: options.serviceWorker ?? "",
    ready: options.ready ?? (() => readiness(db, [], background)),
    pages: options.pages ?? (async (_, response) => void response.end("a page")),
    trustedProxies: options.trustedProxies ?? [],
  });
  const port = await listening(server);
  await until(() => background.listens());
  return {
    port,
    streams: () => background.hub.size,
    get: (path, headers) => get(port, path, headers),
    cookieOf: async (personId, sessionVersion = 1) => {
      const value = await sealSession({ personId, sessionVersion, sid: "one" }, authSecret);
      return `${sessionCookie(publicUrl).name}=${value}`;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await background.stop();
    },
  };
}

/** Waits for something that no event tells. @throws after five seconds */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Not so within five seconds: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** fetch sets some headers by itself and forbids others; this sends what it is given. */
function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on("error", reject).end();
  });
}
