import type { IncomingMessage } from "node:http";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { anAccount, GOOD_PASSWORD } from "@/lib/auth/testing/accounts";
import { connect } from "@/lib/db/client";
import { freePort } from "@/lib/db/embedded/free-port";
import { readMigrations } from "@/lib/db/migrate";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { newId } from "@/lib/kernel/ids";
import { PATH_HEADER } from "./own-headers";
import { readiness } from "./readiness";
import { aListener, type AListener, type ListenerOptions } from "./testing/a-listener";

let ctx: TestContext;
let running: AListener[] = [];
let handed: IncomingMessage["headers"][] = [];

beforeAll(async () => {
  ctx = await testContext();
  return () => ctx.db.$disconnect();
});

afterEach(async () => {
  await Promise.all(running.map((listener) => listener.stop()));
  running = [];
  handed = [];
});

async function listener(options: ListenerOptions = {}): Promise<AListener> {
  const made = await aListener(ctx, {
    pages: async (request, response) => {
      handed.push({ ...request.headers });
      response.end("a page");
    },
    ...options,
  });
  running.push(made);
  return made;
}

describe("the service worker", () => {
  test("is looked at anew each time, and may do nothing but fetch from the console", async () => {
    const { get } = await listener({ serviceWorker: "self.build = 7;" });
    const { status, text, headers } = await get("/service-worker.js");
    expect([status, text]).toEqual([200, "self.build = 7;"]);
    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy": "default-src 'none'; connect-src 'self'",
      "x-content-type-options": "nosniff",
    });
    expect(handed).toEqual([]);
  });
});

describe("a page", () => {
  test("gets a policy with a nonce of its own, which Next is handed too", async () => {
    const { get } = await listener();
    const answers = [await get("/incidents"), await get("/incidents")];
    const policies = answers.map(({ headers }) => String(headers["content-security-policy"]));
    const nonces = policies.map((policy) => /'nonce-([\w+/]{22}==)'/.exec(policy)?.[1]);
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(handed.map((headers) => headers["content-security-policy"])).toEqual(policies);
    expect(handed.map((headers) => headers["x-nonce"])).toEqual(nonces);
  });

  test("may run no script but its own, be in no frame, and load nothing from elsewhere", async () => {
    const { get } = await listener();
    const { headers } = await get("/");
    const policy = String(headers["content-security-policy"]).replace(/'nonce-[^']+'/, "'nonce'");
    expect(policy.split("; ")).toEqual([
      "default-src 'self'",
      "script-src 'self' 'nonce' 'strict-dynamic'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  test("is handed no nonce, policy or path that the client made up", async () => {
    const { get } = await listener();
    const forged = "script-src 'unsafe-inline'";
    const { headers } = await get("/runbooks?q=a", {
      ...{ "content-security-policy": forged, "x-nonce": "mine", [PATH_HEADER]: "https://elsewhere.test/" },
    });
    expect(headers["content-security-policy"]).not.toContain("unsafe-inline' 'strict");
    expect(handed[0]).toMatchObject({ [PATH_HEADER]: "/runbooks?q=a" });
    expect(handed[0]?.["x-nonce"]).not.toBe("mine");
    expect(handed[0]?.["content-security-policy"]).not.toBe(forged);
  });
});

test.each(["/", "/api/health", "/api/v1/me", "/api/v1/nothing", "/api/stream", "/metrics"])(
  "%s carries the other security headers",
  async (path) => {
    const { get } = await listener();
    expect((await get(path)).headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": "camera=(), microphone=(), geolocation=()",
    });
  },
);

describe("forwarded headers", () => {
  const forged = {
    ...{ "x-forwarded-for": "203.0.113.9", "x-forwarded-host": "elsewhere.test" },
    ...{ "x-forwarded-proto": "https", "x-forwarded-port": "1", forwarded: "for=203.0.113.9" },
    "x-quarterdeck-address": "203.0.113.10",
  };

  test("of a stranger are taken away", async () => {
    const { get } = await listener();
    await get("/", forged);
    expect(Object.keys(handed[0] ?? {}).filter((name) => name.includes("forwarded"))).toEqual([]);
    expect(handed[0]).toMatchObject({ "x-quarterdeck-address": "127.0.0.1" });
  });

  test("of a trusted proxy count: the right-most address that is none of ours", async () => {
    const { get } = await listener({ trustedProxies: ["127.0.0.1", "10.0.0.0/8"] });
    await get("/", { ...forged, "x-forwarded-for": "198.51.100.1, 203.0.113.9, 10.1.2.3" });
    expect(handed[0]).toMatchObject({
      ...{ "x-quarterdeck-address": "203.0.113.9", "x-forwarded-host": "elsewhere.test" },
    });
  });

  test("of a stranger do not reach the API either: wrong tries count against the real address", async () => {
    const { port, cookieOf } = await listener();
    const ines = await anAccount(ctx, "viewer");
    const own = { origin: `http://127.0.0.1:${port}`, cookie: await cookieOf(ines.id) };
    for (const address of ["203.0.113.9", "203.0.113.77"]) {
      const headers = { ...own, ...forged, "x-forwarded-for": address, "x-quarterdeck-address": address };
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/me/password`, {
        method: "PUT",
        body: JSON.stringify({ currentPassword: "wrong", password: GOOD_PASSWORD }),
        headers: { ...headers, "content-type": "application/json", "idempotency-key": newId() },
      });
      expect(answer.status).toBe(403);
    }
    // One account, one address, and the two together; a second address would make five.
    expect(await ctx.db.signInAttempt.count()).toBe(3);
  });
});

describe("what Next is sent", () => {
  test.each([
    ["a body larger than any form of signing in", { "content-length": "16385" }, 413],
    ["a body of unknown length", { "transfer-encoding": "chunked" }, 411],
  ])("is refused before it is read: %s", async (_, headers, status) => {
    const { get } = await listener();
    expect((await get("/api/auth/callback/credentials", headers)).status).toBe(status);
    expect(handed).toEqual([]);
  });
});

test("a write without a body is a write without a body", async () => {
  const { port, cookieOf } = await listener();
  const { id } = await anAccount(ctx, "viewer");
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/me/sessions`, {
    method: "DELETE",
    headers: {
      ...{ origin: `http://127.0.0.1:${port}`, cookie: await cookieOf(id) },
      ...{ "content-type": "application/json", "idempotency-key": newId() },
    },
  });
  expect(answer.status).toBe(200);
});

describe("/metrics", () => {
  test("is served to this machine", async () => {
    const { get } = await listener();
    const { status, text } = await get("/metrics");
    expect(status).toBe(200);
    expect(text).toContain("quarterdeck_open_streams 0");
  });

  test.each([
    ["x-forwarded-for", "127.0.0.1"],
    ["forwarded", "for=127.0.0.1"],
  ])("is refused through a proxy, which says %s", async (name, value) => {
    for (const trustedProxies of [[], ["127.0.0.1"]]) {
      const { get } = await listener({ trustedProxies });
      expect((await get("/metrics", { [name]: value })).status).toBe(403);
    }
  });
});

describe("health", () => {
  test("is alive without asking anybody", async () => {
    const { get } = await listener({ ready: () => Promise.reject(new Error("not asked")) });
    expect(await get("/api/health")).toMatchObject({ status: 200, text: '{"status":"alive"}' });
  });

  test("is ready with its database, migrations, notifications and due work", async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    const runs = { dueWorkRuns: () => true, listens: () => true };
    const { get } = await listener({ ready: () => readiness(ctx.db, names, runs) });
    expect((await get("/api/ready")).status).toBe(200);
  });

  test.each([
    ["a migration is missing", ["20990101_later"], { dueWorkRuns: () => true, listens: () => true }],
    ["due work has stopped", [], { dueWorkRuns: () => false, listens: () => true }],
    ["notifications do not arrive", [], { dueWorkRuns: () => true, listens: () => false }],
  ])("is not ready when %s", async (_, names, runs) => {
    const { get } = await listener({ ready: () => readiness(ctx.db, names, runs) });
    expect((await get("/api/ready")).status).toBe(503);
  });

  test("is not ready when the database is down, and says what is missing but not where it is", async () => {
    const db = connect(`postgresql://nobody:secret@127.0.0.1:${await freePort()}/none`, 1);
    const { get } = await listener({
      ready: () => readiness(db, ["any"], { dueWorkRuns: () => true, listens: () => true }),
    });
    const { status, text } = await get("/api/ready");
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({
      ...{ status: "not ready", database: false, migrations: false, dueWork: true, notifications: true },
    });
    await db.$disconnect();
  });
});

test("a page that fails is told as a failure, without its words", async () => {
  const { get } = await listener({ pages: () => Promise.reject(new Error("the inside")) });
  const { status, text } = await get("/");
  expect(status).toBe(500);
  expect(text).not.toContain("inside");
});
