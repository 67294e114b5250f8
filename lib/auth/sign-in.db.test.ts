import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { ACCOUNT_FREE, ADDRESS_LIMIT, PAIR_LIMIT } from "./attempts/attempts.rules";
import { makeResetLink } from "./make-reset-link";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { act, anAccount, type AnAccount } from "./testing/accounts";

let ctx: TestContext;
let ines: AnAccount;
let waits: number[];

beforeAll(async () => {
  ctx = await testContext();
  return () => ctx.db.$disconnect();
});

beforeEach(async () => {
  await ctx.db.signInAttempt.deleteMany();
  ines = await anAccount(ctx, "responder");
  waits = [];
});

function tryIn(password: string, address = "192.0.2.1", email = ines.email) {
  const wait = async (ms: number) => waits.push(ms);
  return signIn({ db: ctx.db, clock: ctx.clock, wait }, { email, password, address });
}

/** @param addressOf the address of the n-th try */
async function failTimes(times: number, addressOf: (n: number) => string, email?: (n: number) => string) {
  for (let n = 0; n < times; n++) await tryIn("not the password", addressOf(n), email?.(n));
}

describe("signing in", () => {
  test("takes the address in any case and with spaces around, and answers the session's version", async () => {
    const result = await tryIn(ines.password, "192.0.2.1", `  ${ines.email.toUpperCase()} `);
    expect(result).toEqual({ ok: true, personId: ines.id, sessionVersion: 1 });
  });

  test("answers the same to a wrong password, an unknown account and a deactivated one", async () => {
    await ctx.db.person.update({ where: { id: ines.id }, data: { deactivatedAt: ctx.clock.now() } });
    const wrong = { ok: false, reason: "wrong" };
    expect(await tryIn(ines.password)).toEqual(wrong);
    expect(await tryIn("anything at all", "192.0.2.1", "nobody@example.org")).toEqual(wrong);
  });

  test("accepts the same letters in other code points", async () => {
    const composed = await anAccount(ctx, "viewer", { password: "caf\u00e9 by the ferry" });
    expect(await tryIn("cafe\u0301 by the ferry", "192.0.2.1", composed.email)).toMatchObject({ ok: true });
  });
});

describe("tries", () => {
  test("of one account from one address are refused after the limit, the right password too", async () => {
    await failTimes(PAIR_LIMIT, () => "192.0.2.1");
    expect(await tryIn(ines.password)).toMatchObject({ ok: false, reason: "too_many_tries" });
  });

  test("are free again when the window ends", async () => {
    await failTimes(PAIR_LIMIT, () => "192.0.2.1");
    ctx.clock.advance(15);
    expect(await tryIn(ines.password)).toMatchObject({ ok: true });
  });

  test("by strangers elsewhere do not lock the owner out, only slow them", async () => {
    await failTimes(ACCOUNT_FREE + 5, (n) => `198.51.100.${n}`);
    waits = [];
    expect(await tryIn(ines.password, "192.0.2.1")).toMatchObject({ ok: true });
    expect(waits).toEqual([5_000]);
  });

  test("at once cannot pass the limit together", async () => {
    const all = await Promise.all(Array.from({ length: PAIR_LIMIT + 5 }, () => tryIn("not the password")));
    expect(all.filter((result) => !result.ok && result.reason === "too_many_tries")).toHaveLength(5);
  });

  test("from one IPv6 network count as from one address: whoever has one address there has them all", async () => {
    await failTimes(PAIR_LIMIT, (n) => `2001:db8:0:1::${(n + 1).toString(16)}`);
    expect(await tryIn(ines.password, "2001:db8:0:1:ffff::1")).toMatchObject({ reason: "too_many_tries" });
    expect(await tryIn(ines.password, "2001:db8:0:2::1")).toMatchObject({ ok: true });
  });

  test("that are over are forgotten by the next sign-in, which waits for none that is just being counted", async () => {
    const [over, busy] = ["address:192.0.2.8", "address:192.0.2.9"];
    const data = [over, busy].map((key) => ({ key, failures: 1, windowStartedAt: ctx.clock.now() }));
    await ctx.db.signInAttempt.createMany({ data });
    ctx.clock.advance(15);
    await ctx.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM sign_in_attempts WHERE key = ${busy} FOR UPDATE`;
      expect(await tryIn(ines.password)).toMatchObject({ ok: true });
    });
    expect(await ctx.db.signInAttempt.findMany({ where: { key: { in: [over, busy] } } })).toMatchObject([
      { key: busy },
    ]);
  });

  test("of many accounts from one address are refused, for everybody at that address", async () => {
    const key = "address:192.0.2.1";
    await ctx.db.signInAttempt.create({
      data: { key, failures: ADDRESS_LIMIT, windowStartedAt: ctx.clock.now() },
    });
    expect(await tryIn(ines.password)).toMatchObject({ reason: "too_many_tries" });
    expect(await tryIn(ines.password, "192.0.2.2")).toMatchObject({ ok: true });
  });

  test("that succeed count for nothing", async () => {
    for (let n = 0; n < PAIR_LIMIT + 2; n++) expect(await tryIn(ines.password)).toMatchObject({ ok: true });
  });

  test("are forgotten when the owner resets the password", async () => {
    await failTimes(PAIR_LIMIT + 1, () => "192.0.2.1");
    const { url } = await act(ctx, makeResetLink, { email: ines.email });
    const password = "a new lamp on the pier";
    await act(ctx, resetPassword, { token: url.split("/").at(-1) ?? "", password });
    expect(await tryIn(password)).toMatchObject({ ok: true, sessionVersion: 2 });
  });
});
