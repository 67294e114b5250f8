import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { anApplication, type AnApplication } from "@/lib/http/testing/an-application";
import { act, aPerson } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { addTarget } from "@/lib/settings/targets/add-target";
import { removeTarget } from "@/lib/settings/targets/remove-target";
import { readEntries } from "@/lib/timeline/read";
import { aFarEnd, type FarEnd } from "./testing/a-far-end";
import { aWalkWithChecks, depth, health, targetsAt } from "./testing/a-walk-with-checks";

let ctx: TestContext;
let app: AnApplication;
let farEnd: FarEnd;
let targets: Awaited<ReturnType<typeof targetsAt>>;

beforeAll(async () => {
  ctx = await testContext();
  app = anApplication(ctx);
  vi.stubEnv("QUARTERDECK_OUTGOING_HOSTS", "127.0.0.1");
  farEnd = await aFarEnd();
  targets = await targetsAt(ctx, farEnd.port);
});
beforeEach(() => farEnd.reset());
afterAll(async () => {
  vi.unstubAllEnvs();
  farEnd.close();
  await ctx.db.$disconnect();
});

const aWalk = () => aWalkWithChecks(ctx, app);
const told = async (answer: Promise<Response>) => {
  const { status, detail } = (await (await answer).json()) as { status: number; detail: string };
  return [status, detail];
};

describe("running a check of a step", () => {
  test("asks below the target, and keeps the answer on the step and on the timeline", async () => {
    const walk = await aWalk();
    const target = await targets.aTarget("http", "s3cr-of-the-target");
    await walk.fill("orders/1");
    farEnd.says.body = '{"state": "ok", "echo": "s3cr-of-the-target"}';
    const responder = await aPerson(ctx, "responder", "Piet Bos");
    expect((await walk.run(responder, walk.healthId, target.id)).status).toBe(201);
    expect(farEnd.asked).toEqual([
      { url: "/below/health/orders%2F1", authorization: "Bearer s3cr-of-the-target" },
    ]);
    const [check] = (await walk.checksAt(walk.healthId)) ?? [];
    expect(check).toMatchObject({
      ...{ ...health, runbookVersionId: walk.first.versionId, targetId: target.id, personId: responder.id },
      ...{ status: 200, passed: true },
      output: { value: '{"state": "ok", "echo": "[secret]"}' },
    });
    expect(check?.request.value).toBe(`GET http://127.0.0.1:${farEnd.port}/below/health/orders%2F1`);
    const kinds = (await readEntries(ctx, walk.id, { limit: 2 })).map(({ kind }) => kind);
    expect(kinds).toEqual(["step.checked", "person.joined"]);
    await expectFoldEqualsTables(ctx, walk.id);

    farEnd.says = { status: 500, body: "x".repeat(5_000) };
    await walk.run(walk.commander, walk.healthId, target.id);
    expect(await walk.checksAt(walk.healthId)).toMatchObject([{ status: 500, passed: false }]);
    expect((await walk.checksAt(walk.healthId))?.[0]?.output.value).toHaveLength(2_000);
    await expectFoldEqualsTables(ctx, walk.id);
  });

  test("asks once for a write that is sent again", async () => {
    const walk = await aWalk();
    const body = { ...depth, targetId: (await targets.aTarget("prometheus")).id };
    const headers = { "idempotency-key": newId() };
    const send = () => app.send(walk.commander, "POST", `/steps/${walk.depthId}/checks`, { body, headers });
    const first: unknown = await (await send()).json();
    expect(await (await send()).json()).toEqual(first);
    expect(farEnd.asked).toHaveLength(1);
  });

  test("that nobody answers is a result, not an error", async () => {
    const walk = await aWalk();
    const target = await targets.aTarget("http", null, 1);
    await walk.fill("orders");
    expect((await walk.run(walk.commander, walk.healthId, target.id)).status).toBe(201);
    expect(await walk.checksAt(walk.healthId)).toMatchObject([
      { status: null, passed: false, output: { value: "Nothing listens there." } },
    ]);
  });

  test("asks a Prometheus, and holds its values against what is expected", async () => {
    const walk = await aWalk();
    const target = await targets.aTarget("prometheus");
    const answer = (value: string) =>
      JSON.stringify({
        status: "success",
        data: { resultType: "vector", result: [{ metric: { queue: "orders" }, value: [1, value] }] },
      });
    farEnd.says.body = answer("1200");
    await walk.run(walk.commander, walk.depthId, target.id, depth);
    expect(farEnd.asked[0]?.url).toBe("/below/api/v1/query?query=sum%28queue_depth%29");
    expect(await walk.checksAt(walk.depthId)).toMatchObject([
      {
        ...{ kind: "query", status: 200, passed: false, request: { value: "sum(queue_depth)" } },
        output: { value: '{queue="orders"}\t1200' },
      },
    ]);
    farEnd.says.body = answer("12");
    await walk.run(walk.commander, walk.depthId, target.id, depth);
    expect(await walk.checksAt(walk.depthId)).toMatchObject([{ passed: true }]);
    farEnd.says = {
      status: 400,
      body: JSON.stringify({ status: "error", errorType: "bad_data", error: "no" }),
    };
    await walk.run(walk.commander, walk.depthId, target.id, depth);
    expect(await walk.checksAt(walk.depthId)).toMatchObject([
      { passed: false, status: 400, output: { value: "bad_data: no" } },
    ]);
    await expectFoldEqualsTables(ctx, walk.id);
  });

  test("asks nobody without a gap's value, where there is no check, or of another kind of target", async () => {
    const walk = await aWalk();
    const [http, prometheus] = [await targets.aTarget("http"), await targets.aTarget("prometheus")];
    expect(await told(walk.run(walk.commander, walk.healthId, http.id))).toEqual([
      400,
      "Fill in queue first.",
    ]);
    expect(await told(walk.run(walk.commander, walk.plainId, http.id))).toEqual([
      404,
      "This step has no such check.",
    ]);
    await walk.fill("orders");
    expect(await told(walk.run(walk.commander, walk.healthId, prometheus.id))).toEqual([
      ...[400, `${prometheus.name} is not where this check asks.`],
    ]);
    await act(ctx.as(targets.administrator), removeTarget, { targetId: http.id });
    expect(await told(walk.run(walk.commander, walk.healthId, http.id))).toEqual([
      404,
      "There is no such target.",
    ]);
    expect(farEnd.asked).toEqual([]);
  });

  test("is for responders who see the incident, while it may be walked, 60 times in a quarter of an hour", async () => {
    const walk = await aWalk();
    const target = await targets.aTarget("http");
    await walk.fill("orders");
    expect((await walk.run(await aPerson(ctx, "viewer"), walk.healthId, target.id)).status).toBe(403);
    expect(farEnd.asked).toEqual([]);
    for (let n = 1; n <= 60; n++)
      expect((await walk.run(walk.commander, walk.healthId, target.id)).status).toBe(201);
    expect((await walk.run(walk.commander, walk.healthId, target.id)).status).toBe(429);
    expect(farEnd.asked).toHaveLength(60);
    ctx.clock.advance(15);
    await ctx.db.incident.update({ where: { id: walk.id }, data: { status: "closed" } });
    expect((await walk.run(walk.commander, walk.healthId, target.id)).status).toBe(409);
    expect(farEnd.asked).toHaveLength(60);
  });
});

describe("after a switch to another version", () => {
  test("a result stays with the check it is of, also when the step has other ones", async () => {
    const walk = await aWalk();
    const { id: targetId } = await targets.aTarget("prometheus");
    await walk.run(walk.commander, walk.depthId, targetId, depth);
    const versionId = await walk.switchTo(depth.check, "max(queue_depth)");
    expect(await told(walk.run(walk.commander, walk.depthId, targetId, depth))).toEqual([
      ...[404, "This step has no such check."],
    ]);
    const newer = { ...depth, check: "max(queue_depth)" };
    await walk.run(walk.commander, walk.depthId, targetId, newer);
    expect(await walk.checksAt(walk.depthId)).toMatchObject([
      { ...depth, runbookVersionId: walk.first.versionId, request: { value: depth.check } },
      { ...newer, runbookVersionId: versionId, request: { value: newer.check } },
    ]);
    await walk.run(walk.commander, walk.depthId, targetId, newer);
    expect(await walk.checksAt(walk.depthId)).toHaveLength(2);
    await expectFoldEqualsTables(ctx, walk.id);
  });

  test("while a check is asked, its result is refused; of a step that was left it is kept", async () => {
    const walk = await aWalk();
    const { id: targetId } = await targets.aTarget("http");
    await walk.fill("orders");
    farEnd.meanwhile = () => walk.switchTo("Expected: HTTP 200", "Expected: HTTP 204");
    expect(await told(walk.run(walk.commander, walk.healthId, targetId))).toEqual([
      ...[409, "This step changed while its check ran. Look at it, and run the check again."],
    ]);
    expect(await walk.checksAt(walk.healthId)).toEqual([]);

    const other = await aWalk();
    await other.fill("orders");
    farEnd.meanwhile = () => other.switchTo("1. Call `GET /health/<queue>`", "1. Wait for the vendor.");
    expect((await other.run(other.commander, other.healthId, targetId)).status).toBe(201);
    expect(await other.checksAt(other.healthId)).toMatchObject([health]);
    await expectFoldEqualsTables(ctx, other.id);
  });
});

describe("a target", () => {
  test("keeps its secret to itself, and forgets it when it is removed", async () => {
    const target = await targets.aTarget("http", "s3cr");
    const listed = await (await app.send(targets.administrator, "GET", "/targets")).text();
    expect(listed).toContain(target.name);
    expect(listed).not.toContain("s3cr");
    await act(ctx.as(targets.administrator), removeTarget, { targetId: target.id });
    expect((await ctx.db.checkTarget.findUniqueOrThrow({ where: { id: target.id } })).secret).toBeNull();
  });

  test("is no address inside that nobody allowed, and none with a query", async () => {
    const add = (baseUrl: string, listedHosts: string[]) =>
      act(ctx.as(targets.administrator), addTarget, {
        name: baseUrl,
        kind: "http",
        baseUrl,
        secret: null,
        listedHosts,
      });
    await expect(add("http://169.254.169.254/", [])).rejects.toThrow("QUARTERDECK_OUTGOING_HOSTS");
    await expect(add("http://127.0.0.1/?a=1", ["127.0.0.1"])).rejects.toThrow(
      "Leave out what follows the path",
    );
  });
});
