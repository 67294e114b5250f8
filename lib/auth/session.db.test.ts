import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { actorOf, forgetPerson } from "./session";
import { sealSession, sessionCookie } from "./sessions/session-cookie";
import { signOutEverywhere } from "./sign-out-everywhere";
import { act, anAccount, type AnAccount } from "./testing/accounts";

const authSecret = "a secret of the tests, thirty-two characters";
const publicUrl = "http://127.0.0.1:3000";
let ctx: TestContext;
let ines: AnAccount;

beforeAll(async () => {
  ctx = await testContext();
  return () => ctx.db.$disconnect();
});

beforeEach(async () => {
  ines = await anAccount(ctx, "responder");
});

async function cookieOf(sessionVersion = 1, secret = authSecret): Promise<string> {
  const value = await sealSession({ personId: ines.id, sessionVersion, sid: "one" }, secret);
  return `other=1; ${sessionCookie(publicUrl).name}=${value}`;
}

const whoIs = (cookies: string | null) => actorOf(cookies, { db: ctx.db, authSecret, publicUrl });

describe("a session's cookie", () => {
  test("names its person, with the access role of now", async () => {
    expect(await whoIs(await cookieOf())).toEqual(ines.actor);
  });

  test("of another secret, cut off, or missing is nobody's", async () => {
    expect(await whoIs(await cookieOf(1, "another secret of thirty-two characters!"))).toBeNull();
    expect(await whoIs((await cookieOf()).slice(0, -5))).toBeNull();
    expect(await whoIs("other=1")).toBeNull();
    expect(await whoIs(null)).toBeNull();
  });

  test("of another secret is nobody's, also when this console has opened it before", async () => {
    const cookie = await cookieOf();
    expect(await whoIs(cookie)).toMatchObject({ id: ines.id });
    const elsewhere = { db: ctx.db, authSecret: "another secret of thirty-two characters!", publicUrl };
    expect(await actorOf(cookie, elsewhere)).toBeNull();
  });

  test("of an earlier version is nobody's", async () => {
    const cookie = await cookieOf();
    expect(await whoIs(cookie)).toMatchObject({ id: ines.id });
    await act(ctx.as(ines.actor), signOutEverywhere, { personId: ines.id });
    forgetPerson(ines.id);
    expect(await whoIs(cookie)).toBeNull();
    expect(await whoIs(await cookieOf(2))).toMatchObject({ id: ines.id });
  });

  test("of a deactivated person is nobody's", async () => {
    await ctx.db.person.update({ where: { id: ines.id }, data: { deactivatedAt: ctx.clock.now() } });
    expect(await whoIs(await cookieOf())).toBeNull();
  });

  test("travels over HTTPS only when the console's address is https", () => {
    expect(sessionCookie("https://deck.example.org")).toEqual({
      name: "__Secure-quarterdeck.session",
      secure: true,
    });
    expect(sessionCookie("http://deck.example.org").secure).toBe(false);
  });
});

describe("signing out everywhere", () => {
  test("is told to every instance when it commits", async () => {
    const { Client } = await import("pg").then((module) => module.default);
    const { testDatabaseUrl } = await import("@/lib/db/testing/database");
    const listener = new Client({ connectionString: await testDatabaseUrl() });
    await listener.connect();
    await listener.query("LISTEN quarterdeck");
    const told = new Promise<string | undefined>((resolve) => {
      listener.on("notification", ({ payload }) => payload?.includes("person") && resolve(payload));
    });
    await act(ctx.as(ines.actor), signOutEverywhere, { personId: ines.id });
    expect(JSON.parse((await told) ?? "")).toEqual({ person: ines.id });
    await listener.end();
  });

  test("of somebody else is for administrators", async () => {
    const other = await anAccount(ctx, "manager");
    await expect(act(ctx.as(other.actor), signOutEverywhere, { personId: ines.id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
