import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { once } from "@/lib/http/idempotency";
import { newId } from "@/lib/kernel/ids";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { declare } from "./declare";
import { declareInput } from "./schemas";
import { act, aDeclaredIncident, anEnvironment, aPerson, aService } from "./testing/factories";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

async function anInput(change: object = {}) {
  const environmentId = await anEnvironment(ctx);
  return declareInput.parse({ title: "Orders are stuck", severity: 2, environmentId, ...change });
}

describe("declaring", () => {
  it("opens the incident with its first slot, and the declarer takes part", async () => {
    const mara = await aPerson(ctx, "responder");
    const service = await aService(ctx, "outbox");
    const { id } = await act(ctx.as(mara), declare, await anInput({ serviceIds: [service] }));
    const row = await ctx.db.incident.findUniqueOrThrow({ where: { id }, include: { participants: true } });
    expect(row).toMatchObject({ status: "declared", severity: 2, declaredById: mara.id, commanderId: null });
    expect(row.dueAt).toEqual(new Date(ctx.clock.now().getTime() + 15 * 60_000));
    expect(row.participants).toMatchObject([{ personId: mara.id, role: "responder", leftAt: null }]);
    await expectFoldEqualsTables(ctx, id);
  });

  it("asks somebody else to command, who takes part from then on", async () => {
    const [mara, jonah] = [await aPerson(ctx, "responder"), await aPerson(ctx, "responder", "Jonah Okafor")];
    const { id, entries } = await act(ctx.as(mara), declare, await anInput({ commanderId: jonah.id }));
    expect(entries.map(({ kind }) => kind)).toEqual([
      "incident.declared",
      "person.joined",
      "command.assigned",
    ]);
    await expectFoldEqualsTables(ctx, id);
  });

  it("is not for viewers", async () => {
    const viewer = await aPerson(ctx, "viewer");
    const refused = act(ctx.as(viewer), declare, await anInput());
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    ["an environment that is not there", { environmentId: newId() }],
    ["a service that is not there", { serviceIds: [newId()] }],
    ["a commander who is not there", { commanderId: newId() }],
    ["a start in the future", { startedAt: "2027-01-01T00:00:00Z" }],
  ])("refuses %s", async (_, change) => {
    const refused = act(ctx.as(await aPerson(ctx, "responder")), declare, await anInput(change));
    await expect(refused).rejects.toMatchObject({ code: "invalid" });
  });

  it("makes one incident of a double click: the same key twice at the same moment", async () => {
    const mara = await aPerson(ctx, "responder");
    const body = await anInput({ title: "Clicked twice" });
    const request = { key: newId(), method: "POST", path: "/incidents", body: { title: body.title } };
    const click = () =>
      once(
        ctx.as(mara),
        { ...request, keepAnswer: true },
        { run: async (tx) => ({ status: 201, body: await declare(tx, body) }) },
      );
    const [first, second] = await Promise.all([click(), click()]);
    expect(first).toMatchObject({ status: 201 });
    expect((second.body as { key: string }).key).toBe((first.body as { key: string }).key);
    expect(await ctx.db.incident.count({ where: { title: "Clicked twice" } })).toBe(1);
  });
});

describe("numbers", () => {
  it("have no gaps under sixteen at once, failures among them", async () => {
    const mara = await aPerson(ctx, "responder");
    const good = await anInput({ title: "One of many", kind: "drill" });
    const bad = { ...good, environmentId: newId() };
    // Fails once the number was taken.
    const lateFailure = async (tx: Parameters<typeof declare>[0]) => {
      await declare(tx, good);
      throw new Error("The rest of the transaction failed");
    };
    const work = Array.from({ length: 16 }, (_, index) => {
      if (index % 5 === 1) return act(ctx.as(mara), declare, bad);
      if (index % 5 === 3) return act(ctx.as(mara), lateFailure, undefined);
      return act(ctx.as(mara), declare, good);
    });
    const results = await Promise.allSettled(work);
    expect(results.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
    const drills = await ctx.db.incident.findMany({
      where: { kind: "drill" },
      orderBy: { number: "asc" },
      select: { number: true, key: true },
    });
    expect(drills.map(({ number }) => number)).toEqual(drills.map((_, index) => index + 1));
    expect(drills.at(-1)?.key).toBe(`DRILL-${drills.length}`);
  });

  it("count real incidents apart from drills", async () => {
    const real = await aDeclaredIncident(ctx.as(await aPerson(ctx, "responder")));
    expect(real.key).toMatch(/^INC-\d+$/);
  });
});
