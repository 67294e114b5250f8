import pino from "pino";
import { beforeEach, describe, expect, test } from "vitest";
import { PAIR_LIMIT } from "@/lib/auth/attempts/attempts.rules";
import { issueSetupLink } from "@/lib/auth/issue-setup-link";
import { anAccount, GOOD_PASSWORD, type AnAccount } from "@/lib/auth/testing/accounts";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { createApi } from "@/lib/http/api";
import type { Actor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { peopleRoutes } from "./routes";
import { authRoutes } from "@/lib/auth/routes";

const ctx: TestContext = await testContext();
let actor: Actor | null;

const api = createApi({
  ...{ db: ctx.db, clock: ctx.clock, signer: ctx.signer, log: pino({ level: "silent" }) },
  authenticate: async () => actor,
  clientAddress: () => "192.0.2.1",
});
authRoutes(api);
peopleRoutes(api);

beforeEach(async () => {
  actor = null;
  await ctx.db.$executeRaw`TRUNCATE people, one_time_links, sign_in_attempts CASCADE`;
});

function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  return api.request(`/api/v1${path}`, {
    method,
    body: JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      "idempotency-key": newId(),
      "sec-fetch-site": "same-origin",
      ...headers,
    },
  });
}

async function aSetupBody() {
  const token = (await issueSetupLink(ctx))?.token;
  return { token, name: "Olu Adebayo", email: "Olu@Example.org ", password: GOOD_PASSWORD, timeZone: "UTC" };
}

describe("the set-up", () => {
  test("is open to the link's holder; a retry under the same key gets the same answer", async () => {
    const body = await aSetupBody();
    const key = { "idempotency-key": newId() };
    const first = await send("POST", "/setup", body, key);
    expect(first.status).toBe(201);
    const answer: unknown = await first.json();
    expect(answer).toMatchObject({ email: "olu@example.org" });
    expect(await (await send("POST", "/setup", body, key)).json()).toEqual(answer);
  });

  test("says which field is wrong, and the link still works", async () => {
    const body = await aSetupBody();
    const weak = await send("POST", "/setup", { ...body, password: "password2026!" });
    expect(weak.status).toBe(400);
    expect(await weak.json()).toMatchObject({ details: { fields: [{ path: "password" }] } });
    expect((await send("POST", "/setup", body)).status).toBe(201);
  });

  test("leaves no password and no token in the stored results", async () => {
    const body = await aSetupBody();
    await send("POST", "/setup", body);
    const stored = JSON.stringify(await ctx.db.idempotentResult.findMany());
    expect(stored).not.toContain(body.token);
    expect(stored).not.toContain(GOOD_PASSWORD);
  });

  test("is refused from another site", async () => {
    const answer = await send("POST", "/setup", await aSetupBody(), { "sec-fetch-site": "cross-site" });
    expect(answer.status).toBe(403);
  });
});

describe("an invitation's link", () => {
  test("is in the first answer only", async () => {
    actor = (await anAccount(ctx, "administrator")).actor;
    const body = { email: "new@example.org", accessRole: "responder" };
    const key = { "idempotency-key": newId() };
    const made = (await (await send("POST", "/invitations", body, key)).json()) as { url: string };
    expect(made.url).toMatch(/\/invitation\/[\w-]{43}$/);
    expect((await send("POST", "/invitations", body, key)).status).toBe(409);
  });
});

describe("changing one's password", () => {
  let ines: AnAccount;
  const change = (current: string) =>
    send("PUT", "/me/password", { currentPassword: current, password: "nine gulls over it" });

  beforeEach(async () => {
    ines = await anAccount(ctx, "viewer");
    actor = ines.actor;
  });

  test("is refused after too many wrong tries, the right one too", async () => {
    for (let n = 0; n < PAIR_LIMIT; n++) expect((await change("wrong")).status).toBe(403);
    expect((await change(ines.password)).status).toBe(429);
  });

  test("counts no try that failed for another reason", async () => {
    for (let n = 0; n < PAIR_LIMIT + 1; n++) {
      const weak = await send("PUT", "/me/password", { currentPassword: ines.password, password: "short" });
      expect(weak.status).toBe(400);
    }
    expect((await change(ines.password)).status).toBe(200);
  });
});

test("who is not signed in reads and changes nothing", async () => {
  for (const path of ["/directory", "/me", "/people", "/invitations", "/audit"]) {
    expect((await api.request(`/api/v1${path}`)).status).toBe(401);
  }
  expect((await send("DELETE", "/me/sessions", {})).status).toBe(401);
});
