import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { anApplication, type AnApplication } from "@/lib/http/testing/an-application";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { readIncidentState } from "@/lib/room/read-state";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { addTarget } from "@/lib/settings/targets/add-target";
import { removeTarget } from "@/lib/settings/targets/remove-target";
import { readEntries } from "@/lib/timeline/read";
import { fillPlaceholder } from "./fill-placeholder";
import { startRunbook } from "./start-sections";

const SOURCE = `# Queue is long

## Recovery

1. Call \`GET /health/<queue>\`
   - Expected: HTTP 200 and \`"state": "ok"\`
2. Look at the depth. Query: \`sum(queue_depth)\`
   - Expected: \`< 1000\`
3. Ask somebody.
`;

let ctx: TestContext;
let app: AnApplication;
let administrator: PersonActor;
/** The far end: what it was asked, and what it says. */
let server: Server;
let asked: { url: string; authorization: string | undefined }[];
let says: { status: number; body: string };

beforeAll(async () => {
  ctx = await testContext();
  app = anApplication(ctx);
  vi.stubEnv("QUARTERDECK_OUTGOING_HOSTS", "127.0.0.1");
  administrator = await aPerson(ctx, "administrator", "Agnes Holloway");
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", authorization: request.headers.authorization });
    response.writeHead(says.status).end(says.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
beforeEach(() => {
  asked = [];
  says = { status: 200, body: '{"state":"ok"}' };
});
afterAll(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
  await ctx.db.$disconnect();
});

let names = 0;
function aTarget(kind: "http" | "prometheus", secret: string | null = null, port = portOf(server)) {
  const input = { name: `target ${(names += 1)}`, kind, baseUrl: `http://127.0.0.1:${port}/below`, secret };
  return act(ctx.as(administrator), addTarget, { ...input, listedHosts: ["127.0.0.1"] });
}

function portOf(listening: Server): number {
  return (listening.address() as AddressInfo).port;
}

/** An incident in which the runbook above is walked: its commander, and its three steps. */
async function aWalk() {
  const { versionId } = await act(ctx.as(administrator), importRunbook, {
    source: `${SOURCE}\n<!-- ${(names += 1)} -->\n`,
  });
  const incident = await anIncidentInHand(ctx);
  await act(ctx.as(incident.commander), startRunbook, { key: incident.key, runbookVersionId: versionId });
  const items = await ctx.db.checklistItem.findMany({
    where: { streamId: incident.id },
    orderBy: { position: "asc" },
  });
  const [health = "", depth = "", plain = ""] = items.map(({ id }) => id);
  return { ...incident, health, depth, plain };
}

type Walk = Awaited<ReturnType<typeof aWalk>>;

const fill = ({ commander, key }: Walk, value: string) =>
  act(ctx.as(commander), fillPlaceholder, { key, name: "queue", value, expected: null });
const run = (actor: PersonActor, itemId: string, targetId: string, kind: "http" | "query" = "http") =>
  app.send(actor, "POST", `/steps/${itemId}/checks`, { body: { kind, index: 0, targetId } });
const checksIn = async ({ id }: Walk, itemId: string) =>
  (await readIncidentState(ctx, id))?.checklists
    .flatMap(({ items }) => items)
    .find((item) => item.id === itemId)?.checks;

describe("running a check of a step", () => {
  test("asks below the target, and keeps the answer on the step and on the timeline", async () => {
    const walk = await aWalk();
    const target = await aTarget("http", "s3cr-of-the-target");
    await fill(walk, "orders/1");
    says.body = '{"state": "ok", "echo": "s3cr-of-the-target"}';
    const responder = await aPerson(ctx, "responder", "Piet Bos");
    expect((await run(responder, walk.health, target.id)).status).toBe(201);
    expect(asked).toEqual([{ url: "/below/health/orders%2F1", authorization: "Bearer s3cr-of-the-target" }]);
    const [check] = (await checksIn(walk, walk.health)) ?? [];
    expect(check).toMatchObject({
      ...{ kind: "http", index: 0, targetId: target.id, status: 200, passed: true, personId: responder.id },
      output: { value: '{"state": "ok", "echo": "[secret]"}' },
    });
    expect(check?.request.value).toBe(`GET http://127.0.0.1:${portOf(server)}/below/health/orders%2F1`);
    const kinds = (await readEntries(ctx, walk.id, { limit: 2 })).map(({ kind }) => kind);
    expect(kinds).toEqual(["step.checked", "person.joined"]);
    await expectFoldEqualsTables(ctx, walk.id);

    says = { status: 500, body: "x".repeat(5_000) };
    await run(walk.commander, walk.health, target.id);
    expect(await checksIn(walk, walk.health)).toMatchObject([{ status: 500, passed: false }]);
    expect((await checksIn(walk, walk.health))?.[0]?.output.value).toHaveLength(2_000);
    await expectFoldEqualsTables(ctx, walk.id);
  });

  test("asks once for a write that is sent again", async () => {
    const walk = await aWalk();
    const body = { kind: "query", index: 0, targetId: (await aTarget("prometheus")).id };
    const headers = { "idempotency-key": newId() };
    const send = () => app.send(walk.commander, "POST", `/steps/${walk.depth}/checks`, { body, headers });
    const first: unknown = await (await send()).json();
    expect(await (await send()).json()).toEqual(first);
    expect(asked).toHaveLength(1);
  });

  test("that nobody answers is a result, not an error", async () => {
    const walk = await aWalk();
    const target = await aTarget("http", null, 1);
    await fill(walk, "orders");
    expect((await run(walk.commander, walk.health, target.id)).status).toBe(201);
    expect(await checksIn(walk, walk.health)).toMatchObject([
      { status: null, passed: false, output: { value: "Nothing listens there." } },
    ]);
  });

  test("asks a Prometheus, and holds its values against what is expected", async () => {
    const walk = await aWalk();
    const target = await aTarget("prometheus");
    const answer = (value: string) =>
      JSON.stringify({
        status: "success",
        data: { resultType: "vector", result: [{ metric: { queue: "orders" }, value: [1, value] }] },
      });
    says.body = answer("1200");
    await run(walk.commander, walk.depth, target.id, "query");
    expect(asked[0]?.url).toBe("/below/api/v1/query?query=sum%28queue_depth%29");
    expect(await checksIn(walk, walk.depth)).toMatchObject([
      {
        ...{ kind: "query", status: 200, passed: false, request: { value: "sum(queue_depth)" } },
        output: { value: '{queue="orders"}\t1200' },
      },
    ]);
    says.body = answer("12");
    await run(walk.commander, walk.depth, target.id, "query");
    expect(await checksIn(walk, walk.depth)).toMatchObject([{ passed: true }]);
    says = { status: 400, body: JSON.stringify({ status: "error", errorType: "bad_data", error: "no" }) };
    await run(walk.commander, walk.depth, target.id, "query");
    expect(await checksIn(walk, walk.depth)).toMatchObject([
      { passed: false, status: 400, output: { value: "bad_data: no" } },
    ]);
    await expectFoldEqualsTables(ctx, walk.id);
  });

  test("asks nobody without a gap's value, where there is no check, or of another kind of target", async () => {
    const walk = await aWalk();
    const [http, prometheus] = [await aTarget("http"), await aTarget("prometheus")];
    const told = async (answer: Promise<Response>) => {
      const { status, detail } = (await (await answer).json()) as { status: number; detail: string };
      return [status, detail];
    };
    expect(await told(run(walk.commander, walk.health, http.id))).toEqual([400, "Fill in queue first."]);
    expect(await told(run(walk.commander, walk.plain, http.id))).toEqual([
      404,
      "This step has no such check.",
    ]);
    await fill(walk, "orders");
    expect(await told(run(walk.commander, walk.health, prometheus.id))).toEqual([
      ...[400, `${prometheus.name} is not where this check asks.`],
    ]);
    await act(ctx.as(administrator), removeTarget, { targetId: http.id });
    expect(await told(run(walk.commander, walk.health, http.id))).toEqual([404, "There is no such target."]);
    expect(asked).toEqual([]);
  });

  test("is for responders who see the incident, while it may be walked, 60 times in a quarter of an hour", async () => {
    const walk = await aWalk();
    const target = await aTarget("http");
    await fill(walk, "orders");
    expect((await run(await aPerson(ctx, "viewer"), walk.health, target.id)).status).toBe(403);
    expect(asked).toEqual([]);
    for (let n = 1; n <= 60; n++)
      expect((await run(walk.commander, walk.health, target.id)).status).toBe(201);
    expect((await run(walk.commander, walk.health, target.id)).status).toBe(429);
    expect(asked).toHaveLength(60);
    ctx.clock.advance(15);
    await ctx.db.incident.update({ where: { id: walk.id }, data: { status: "closed" } });
    expect((await run(walk.commander, walk.health, target.id)).status).toBe(409);
    expect(asked).toHaveLength(60);
  });
});

describe("a target", () => {
  test("keeps its secret to itself, and forgets it when it is removed", async () => {
    const target = await aTarget("http", "s3cr");
    const listed = await (await app.send(administrator, "GET", "/targets")).text();
    expect(listed).toContain(target.name);
    expect(listed).not.toContain("s3cr");
    await act(ctx.as(administrator), removeTarget, { targetId: target.id });
    expect((await ctx.db.checkTarget.findUniqueOrThrow({ where: { id: target.id } })).secret).toBeNull();
  });

  test("is no address inside that nobody allowed, and none with a query", async () => {
    const add = (baseUrl: string, listedHosts: string[]) =>
      act(ctx.as(administrator), addTarget, {
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
