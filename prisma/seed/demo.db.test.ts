import { beforeAll, describe, expect, it } from "vitest";
import { isPassword } from "@/lib/auth/passwords/hash-password";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { verifyStream } from "@/lib/timeline/verify/verify-stream";
import { demonstration } from "./scenarios";
import { manyIncidents } from "./scenarios/many-incidents";
import { found, type Account } from "./world/found";
import type { World } from "./world/world";

let ctx: TestContext;
let world: World;
let accounts: Account[];

beforeAll(async () => {
  ctx = await testContext();
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
  ({ world, accounts } = await found(ctx));
  await demonstration(world);
  await manyIncidents(world, 50);
}, 60_000);

describe("the demonstration", () => {
  it("has every timeline verify, and fold to what the tables hold", async () => {
    for (const { id, kind } of await ctx.db.stream.findMany()) {
      expect(await verifyStream(ctx, id)).toMatchObject({ ok: true });
      if (kind === "incident") await expectFoldEqualsTables(ctx, id);
    }
  });

  it("has one SEV1 in progress with its update overdue, and nothing that should have been done by now", async () => {
    const [payments] = await ctx.db.incident.findMany({ where: { severity: 1, status: "mitigating" } });
    expect(payments?.dueAt?.getTime()).toBeLessThan(world.now.getTime());
    const left = { doneAt: null, dueAt: { lt: world.now } };
    expect(await ctx.db.dueItem.count({ where: left })).toBe(0);
  });

  it("has a summary in every state, a follow-up without an owner, a snooze, an offer, a miss, a drill", async () => {
    const states = await ctx.db.summary.groupBy({ by: ["state"] });
    expect(states.map(({ state }) => state).sort()).toEqual(["draft", "in_review", "returned", "signed_off"]);
    expect(await ctx.db.followUp.count({ where: { ownerId: null } })).toBeGreaterThan(0);
    expect(await ctx.db.incident.count({ where: { offeredToId: { not: null } } })).toBe(1);
    expect(await ctx.db.incident.count({ where: { kind: "drill" } })).toBe(1);
    for (const kind of ["update.snoozed", "update.missed", "command.accepted", "criterion.waived"]) {
      expect(await ctx.db.timelineEntry.count({ where: { kind } }), kind).toBeGreaterThan(0);
    }
  });

  it("tells of accounts that can sign in, one of each kind", async () => {
    expect(accounts.map((account) => account.as).sort()).toEqual([
      ...["administrator", "commander", "manager", "responder"],
    ]);
    for (const { email, password } of accounts) {
      const { passwordHash } = await ctx.db.person.findUniqueOrThrow({ where: { email } });
      expect(await isPassword(password, passwordHash)).toBe(true);
    }
  });

  it("leaves alone a database that has people", async () => {
    const before = await ctx.db.timelineEntry.count();
    await expect(found(ctx)).rejects.toThrow("People have accounts in this database already");
    expect(await ctx.db.timelineEntry.count()).toBe(before);
  });
});
