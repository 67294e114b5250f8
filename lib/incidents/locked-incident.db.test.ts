import { beforeAll, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { newId } from "@/lib/kernel/ids";
import { lockIncident } from "./locked-incident";
import { act, aDeclaredIncident, anIncidentInHand, aPerson } from "./testing/factories";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const lock = (key: string) => act(ctx, (tx) => lockIncident(tx, key, "incident.read"), undefined);

describe("a locked incident", () => {
  test("is the row that Prisma reads, whether a column holds something or nothing", async () => {
    const { id, commander } = await anIncidentInHand(ctx);
    expect((await lock(id)).row).toEqual(await ctx.db.incident.findUnique({ where: { id } }));
    const [at, other] = [new Date("2026-03-01T02:00:00.123Z"), await aDeclaredIncident(ctx)];
    const moments = { startedAt: at, detectedAt: at, mitigatedAt: at, resolvedAt: at, closedAt: at };
    await ctx.db.incident.update({
      where: { id },
      data: {
        ...{ ...moments, cancelledAt: at, offeredAt: at, detection: "alert", callLinkTextId: newId() },
        ...{ mergedIntoId: other.id, offeredToId: commander.id },
      },
    });
    const filled = await ctx.db.incident.findUniqueOrThrow({ where: { id } });
    expect(Object.values(filled)).not.toContain(null);
    expect((await lock(id)).row).toEqual(filled);
  });

  test("tells who takes part now, and not who left", async () => {
    const { id, commander } = await anIncidentInHand(ctx);
    const [there, left] = [await aPerson(ctx, "responder"), await aPerson(ctx, "responder")];
    const seat = { incidentId: id, joinedAt: ctx.clock.now() };
    await ctx.db.participant.createMany({
      data: [
        { ...seat, personId: there.id, role: "scribe" },
        { ...seat, personId: left.id, role: "responder", leftAt: ctx.clock.now() },
      ],
    });
    const { facts } = await lock(id);
    expect(facts.participants).toContainEqual({ personId: there.id, role: "scribe" });
    expect(facts.participants.map(({ personId }) => personId)).not.toContain(left.id);
    expect(facts.commanderId).toBe(commander.id);
  });

  test("in which nobody takes part has no participants", async () => {
    const { id } = await aDeclaredIncident(ctx);
    await ctx.db.participant.deleteMany({ where: { incidentId: id } });
    expect((await lock(id)).facts.participants).toEqual([]);
  });

  test("is not there under the id of a stream that is no incident's", async () => {
    const stream = await ctx.db.stream.create({
      data: {
        id: newId(),
        kind: "run",
        headSeq: 0,
        headHash: "",
        headAt: ctx.clock.now(),
        headSignature: "",
        headKeyId: "",
      },
    });
    await expect(lock(stream.id)).rejects.toMatchObject({ code: "not_found" });
  });
});
