import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { aFarEnd, type FarEnd } from "@/lib/checklists/testing/a-far-end";
import { aWalkWithChecks, depth, targetsAt } from "@/lib/checklists/testing/a-walk-with-checks";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { anApplication, type AnApplication } from "@/lib/http/testing/an-application";
import { aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { readEntries } from "@/lib/timeline/read";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import type { VerificationDto } from "./dto";
import { tablesWith } from "./testing/tables-with";

/** Pasted into a gap by mistake; an address has it as the second one. */
const SECRET = "hunter2/planner-db";
const ENCODED = encodeURIComponent(SECRET);

let ctx: TestContext;
let app: AnApplication;
let farEnd: FarEnd;
let targets: Awaited<ReturnType<typeof targetsAt>>;
let manager: PersonActor;

beforeAll(async () => {
  ctx = await testContext();
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
  app = anApplication(ctx);
  vi.stubEnv("QUARTERDECK_OUTGOING_HOSTS", "127.0.0.1");
  farEnd = await aFarEnd();
  targets = await targetsAt(ctx, farEnd.port);
  manager = await aPerson(ctx, "manager", "Noor Haddad");
});
beforeEach(() => {
  farEnd.reset();
  farEnd.says = { status: 404, body: `Nothing at {url}, no queue is called ${SECRET}` };
});
afterAll(async () => {
  vi.unstubAllEnvs();
  farEnd.close();
  await ctx.db.$disconnect();
});

/** A walk in which the secret was filled in. */
async function aWalkWithASecret() {
  const walk = await aWalkWithChecks(ctx, app);
  const { entries } = await walk.fill(SECRET);
  const filled = entries.find((entry) => entry.kind === "placeholder.filled")!;
  const redact = async () => {
    const body = { textIds: [filled.data.value.textId], reason: "A password was pasted" };
    const answer = await app.send(manager, "POST", `/incidents/${walk.key}/redactions`, { body });
    expect(answer.status).toBe(201);
  };
  const resolve = async () => {
    const body = { current: "All is well.", progress: "It is empty.", blockers: "" };
    const answer = await app.send(walk.commander, "PUT", `/incidents/${walk.key}/resolution`, { body });
    expect(answer.status).toBe(200);
  };
  return { ...walk, redact, resolve, targetId: (await targets.aTarget("http")).id };
}

async function expectNowhere({ id, key }: { id: string; key: string }): Promise<void> {
  const streamed = JSON.stringify(await readEntries(ctx, id, { after: 0, limit: 500 }));
  for (const words of [SECRET, ENCODED]) {
    expect(await tablesWith(ctx, words)).toEqual([]);
    expect(streamed).not.toContain(words);
  }
  for (const path of ["", "/entries?limit=200", "/update-draft", "/summary", "/summary.md"]) {
    const answer = await app.send(manager, "GET", `/incidents/${key}${path}`);
    expect(answer.status, path).toBe(200);
    expect(await answer.text(), path).not.toContain("hunter2");
  }
  await expectFoldEqualsTables(ctx, id);
}

describe("a value that was filled in and redacted", () => {
  it("is gone from what was asked with it, and from what came back", async () => {
    const walk = await aWalkWithASecret();
    await walk.run(walk.commander, walk.healthId, walk.targetId);
    await walk.run(walk.commander, walk.healthId, walk.targetId);
    expect(await tablesWith(ctx, ENCODED)).toEqual(["entry_texts", "idempotent_results"]);
    await walk.resolve();
    await walk.redact();
    await expectNowhere(walk);
    expect(await walk.checksAt(walk.healthId)).toMatchObject([
      { status: 404, request: { value: null }, output: { value: null } },
    ]);
    const verified = await app.send(manager, "GET", `/incidents/${walk.key}/verification`);
    expect((await verified.json()) as VerificationDto).toMatchObject({ ok: true, problems: [] });
  });

  it("takes nothing from checks that were run without it", async () => {
    const walk = await aWalkWithASecret();
    const { id: prometheus } = await targets.aTarget("prometheus");
    await walk.run(walk.commander, walk.depthId, prometheus, depth);
    await walk.redact();
    expect(await walk.checksAt(walk.depthId)).toMatchObject([{ request: { value: depth.check } }]);
  });

  it("while a check asks with it, is not brought back by the result", async () => {
    const walk = await aWalkWithASecret();
    farEnd.meanwhile = walk.redact;
    expect((await walk.run(walk.commander, walk.healthId, walk.targetId)).status).toBe(409);
    expect(farEnd.asked).toHaveLength(1);
    await walk.resolve();
    await expectNowhere(walk);
  });
});
