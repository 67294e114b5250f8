import { beforeAll, describe, expect, it } from "vitest";
import { addCriterion } from "@/lib/checklists/add-criterion";
import { setCriterionState } from "@/lib/checklists/set-criterion-state";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { acknowledge } from "@/lib/incidents/acknowledge";
import {
  act,
  aDeclaredIncident,
  anIncidentInHand,
  aPerson,
  type AnIncident,
} from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { plainSentence } from "@/lib/timeline/describe";
import { createNames } from "@/lib/timeline/describe/create-names";
import { readEntries } from "@/lib/timeline/read";
import { cancel } from "./cancel";
import { close } from "./close";
import { readRoom } from "./read-room";
import { reopen } from "./reopen";
import { resolve } from "./resolve";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const words = {
  current: "Orders flow again.",
  progress: "Rolled back.",
  blockers: "",
  sources: [],
  draftedTo: null,
};
const unnamed = { me: null, timeZone: "UTC", people: [] };
const rowOf = (id: string) => ctx.db.incident.findUniqueOrThrow({ where: { id } });

async function aResolvedIncident(input: { severity?: 1 | 2 | 3 | 4 } = {}) {
  const incident = await anIncidentInHand(ctx, input);
  await act(ctx.as(incident.commander), resolve, { key: incident.key, ...words });
  return incident;
}

async function signOff(incidentId: string) {
  const at = ctx.clock.now();
  const signed = { id: newId(), state: "signed_off", version: 1, signedVersion: 1 } as const;
  await ctx.db.summary.upsert({
    where: { incidentId },
    create: { ...signed, incidentId, createdAt: at, stateSince: at, reviewDueAt: at },
    update: { state: "signed_off", signedVersion: 1 },
  });
}

describe("resolving", () => {
  it("posts the final update, then resolves, and the clock stops", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const { entries } = await act(ctx.as(commander), resolve, { key, ...words });
    const kinds = entries.map(({ kind }) => kind);
    expect(kinds.indexOf("incident.resolved")).toBe(kinds.indexOf("update.posted") + 1);
    expect(await rowOf(id)).toMatchObject({ status: "resolved", dueAt: null });
    expect(await ctx.db.dueItem.count({ where: { incidentId: id, kind: "clock", doneAt: null } })).toBe(0);
    await expectFoldEqualsTables(ctx, id);
  });

  it("waits for every criterion, and says which is missing; a waiver counts", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const mine = ctx.as(commander);
    await act(mine, addCriterion, { key, text: "Queue is empty", gate: "resolved" });
    const early = act(mine, resolve, { key, ...words });
    await expect(early).rejects.toMatchObject({
      code: "gate_open",
      message: expect.stringContaining("Queue is empty"),
    });
    expect(await ctx.db.statusUpdate.count({ where: { incidentId: id } })).toBe(0);
    const criterion = await ctx.db.exitCriterion.findFirstOrThrow({ where: { incidentId: id } });
    await act(mine, setCriterionState, {
      criterionId: criterion.id,
      ...{ state: "waived", expected: "open", note: "Drains by itself until noon" },
    });
    await act(mine, resolve, { key, ...words });
    expect(await rowOf(id)).toMatchObject({ status: "resolved" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is the commander's alone", async () => {
    const { key } = await anIncidentInHand(ctx);
    const refused = act(ctx.as(await aPerson(ctx, "administrator")), resolve, { key, ...words });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });

  it("twice at the same moment resolves once", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const once = () => act(ctx.as(commander), resolve, { key, ...words });
    const results = await Promise.allSettled([once(), once()]);
    expect(results.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "conflict" } },
    ]);
    expect(await ctx.db.statusUpdate.count({ where: { incidentId: id } })).toBe(1);
  });
});

describe("cancelling", () => {
  it("a false alarm stops the clock; it can be opened again, and who does so commands", async () => {
    const mara = await aPerson(ctx, "responder");
    const manager = await aPerson(ctx, "manager", "Ruth Adeyemi");
    const { id, key } = await aDeclaredIncident(ctx.as(mara));
    await act(ctx.as(manager), cancel, { key, reason: "A test alert", mergedInto: null });
    expect(await rowOf(id)).toMatchObject({ status: "cancelled", dueAt: null });
    ctx.clock.advance(10);
    await act(ctx.as(manager), reopen, { key, reason: "It was real" });
    expect(await rowOf(id)).toMatchObject({ status: "investigating", commanderId: manager.id });
    await expectFoldEqualsTables(ctx, id);
  });

  it("one that was merged into another stays so", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const other = await anIncidentInHand(ctx);
    await act(ctx.as(commander), cancel, { key, reason: "The same cause", mergedInto: other.key });
    expect(await rowOf(id)).toMatchObject({ mergedIntoId: other.id });
    const manager = ctx.as(await aPerson(ctx, "manager"));
    await expect(act(manager, reopen, { key, reason: "Why not" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expectFoldEqualsTables(ctx, id);
  });

  it("merging is on both timelines, and each names the other to who may see it", async () => {
    const [source, target] = [await anIncidentInHand(ctx), await anIncidentInHand(ctx)];
    const written = await act(ctx.as(source.commander), cancel, {
      ...{ key: source.key, reason: "The same cause", mergedInto: target.key },
    });
    expect(written.entries.map(({ streamId }) => streamId)).toEqual([source.id]);
    const told = async ({ id, key }: AnIncident, by = source.commander) => {
      const { entries, incidentKeys, state } = await readRoom(ctx.as(by), key);
      expect(entries[0]).toMatchObject({ streamId: id, actor: { id: source.commander.id } });
      const names = createNames({ ...unnamed, state, incidentKey: (other) => incidentKeys[other] });
      return plainSentence(entries[0]!, names);
    };
    expect(await told(source)).toBe(`somebody merged this into ${target.key}: The same cause`);
    expect(await told(target)).toBe(`somebody merged ${source.key} into this`);
    await expectFoldEqualsTables(ctx, source.id);
    await expectFoldEqualsTables(ctx, target.id);
  });

  it("a hidden one that was merged stays hidden from those who see the other", async () => {
    const source = await anIncidentInHand(ctx, { visibility: "members" });
    const target = await anIncidentInHand(ctx);
    const mine = ctx.as(source.commander);
    await act(mine, cancel, { key: source.key, reason: "The same", mergedInto: target.key });
    const { incidentKeys, entries } = await readRoom(ctx.as(target.commander), target.key);
    expect(incidentKeys).toEqual({});
    expect(JSON.stringify(entries)).not.toContain(source.key);
    expect((await readRoom(mine, target.key)).incidentKeys).toEqual({ [source.id]: source.key });
  });

  it("two that are merged into each other at the same moment: one of them stays", async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await anIncidentInHand(ctx), await anIncidentInHand(ctx)];
      const merge = (from: typeof one, into: AnIncident) =>
        act(ctx.as(from.commander), cancel, { key: from.key, reason: "The same", mergedInto: into.key });
      const outcomes = await Promise.allSettled([merge(one, two), merge(two, one)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const lost = outcomes.find((outcome) => outcome.status === "rejected");
      expect(lost?.reason).toMatchObject({ code: "conflict" });
      await expectFoldEqualsTables(ctx, one.id);
      await expectFoldEqualsTables(ctx, two.id);
    }
  });

  it("not into one that was cancelled itself, nor into one that the person may not see", async () => {
    const [source, gone] = [await anIncidentInHand(ctx), await anIncidentInHand(ctx)];
    const hidden = await anIncidentInHand(ctx, { visibility: "members" });
    await act(ctx.as(gone.commander), cancel, { key: gone.key, reason: "A test", mergedInto: null });
    const into = ({ key: mergedInto }: AnIncident) =>
      act(ctx.as(source.commander), cancel, { key: source.key, reason: "The same", mergedInto });
    await expect(into(gone)).rejects.toMatchObject({ code: "conflict" });
    await expect(into(hidden)).rejects.toMatchObject({ code: "not_found" });
    expect((await readEntries(ctx, hidden.id, { before: 100, limit: 1 }))[0]?.kind).toBe(
      "command.acknowledged",
    );
  });

  it("not into itself, not into one nobody knows, and not by a responder", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const into = (mergedInto: string) =>
      act(ctx.as(commander), cancel, { key, reason: "The same", mergedInto });
    await expect(into(key)).rejects.toMatchObject({ code: "invalid" });
    await expect(into("INC-99999")).rejects.toMatchObject({ code: "not_found" });
    const responder = ctx.as(await aPerson(ctx, "responder"));
    const refused = act(responder, cancel, { key, reason: "A test alert", mergedInto: null });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("closing", () => {
  it("waits for the summary", async () => {
    const { id, key, commander } = await aResolvedIncident();
    const early = act(ctx.as(commander), close, { key, reason: null });
    await expect(early).rejects.toMatchObject({ code: "gate_open" });
    await signOff(id);
    await act(ctx.as(commander), close, { key, reason: null });
    expect(await rowOf(id)).toMatchObject({ status: "closed", closedAt: ctx.clock.now() });
  });

  it("a SEV3 may be closed by a manager with a reason, a SEV2 may not", async () => {
    const manager = ctx.as(await aPerson(ctx, "manager"));
    const mild = await aResolvedIncident({ severity: 3 });
    await expect(act(manager, close, { key: mild.key, reason: null })).rejects.toMatchObject({
      code: "gate_open",
    });
    await act(manager, close, { key: mild.key, reason: "Nothing to learn" });
    expect(await rowOf(mild.id)).toMatchObject({ status: "closed" });
    const bad = await aResolvedIncident({ severity: 2 });
    const refused = act(manager, close, { key: bad.key, reason: "Nothing to learn" });
    await expect(refused).rejects.toMatchObject({ code: "gate_open" });
  });

  it("reopening a resolved one starts one interval; command stays", async () => {
    const { id, key, commander } = await aResolvedIncident({ severity: 1 });
    ctx.clock.advance(60);
    await act(ctx.as(commander), reopen, { key, reason: "It came back" });
    const dueAt = new Date(ctx.clock.now().getTime() + 15 * 60_000);
    expect(await rowOf(id)).toMatchObject({
      ...{ status: "investigating", resolvedAt: null, dueAt, commanderId: commander.id },
    });
    await expectFoldEqualsTables(ctx, id);
    const again = act(ctx.as(commander), acknowledge, { key });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });
});
