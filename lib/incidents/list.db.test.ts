import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestContext } from "@/lib/db/testing/make-context";
import { testContext } from "@/lib/db/testing/make-context";
import type { PersonActor } from "@/lib/kernel/actor";
import { acknowledge } from "./acknowledge";
import { editFacts } from "./edit-facts";
import { listIncidents } from "./list";
import { exportCsv } from "./export-csv";
import { listFilters, listQuery } from "./list-filters";
import {
  act,
  aDeclaredIncident,
  anEnvironment,
  anIncidentInHand,
  aPerson,
  aService,
} from "./testing/factories";

let ctx: TestContext;
let mara: PersonActor;
beforeAll(async () => {
  ctx = await testContext();
});
beforeEach(async () => {
  await ctx.db.$executeRaw`TRUNCATE incidents, participants, incident_services CASCADE`;
  mara = await aPerson(ctx, "responder");
});

const list = (query: object = {}, as = mara) => listIncidents(ctx.as(as), listQuery.parse(query));
const keysOf = async (query: object = {}, as = mara) => (await list(query, as)).rows.map(({ key }) => key);

async function closed(id: string) {
  await ctx.db.incident.update({ where: { id }, data: { status: "closed" } });
}

describe("the list", () => {
  it("begins with what needs attention, then what runs, then what is over", async () => {
    const over = await anIncidentInHand(ctx);
    await closed(over.id);
    const calm = await anIncidentInHand(ctx, { severity: 1 });
    const nobody = await aDeclaredIncident(ctx.as(mara), { severity: 3 });
    const page = await list();
    expect(page.rows.map(({ key }) => key)).toEqual([nobody.key, calm.key, over.key]);
    expect(page.counts).toEqual({ needsAttention: 1, running: 1 });
    expect(page).toMatchObject({ open: 2, next: null });
  });

  it("hides drills unless asked for", async () => {
    const drill = await aDeclaredIncident(ctx.as(mara), { kind: "drill" });
    const real = await aDeclaredIncident(ctx.as(mara));
    expect(await keysOf()).toEqual([real.key]);
    expect(await keysOf({ kind: "drill" })).toEqual([drill.key]);
    expect((await keysOf({ kind: "any" })).toSorted()).toEqual([drill.key, real.key].toSorted());
  });

  it("filters by what stands in the address, all of it together", async () => {
    const [outbox, search] = [await aService(ctx, "outbox filter"), await aService(ctx, "search filter")];
    const staging = await anEnvironment(ctx, "staging");
    const found = await anIncidentInHand(ctx, {
      title: "Webhook deliveries delayed",
      severity: 2,
      environmentId: staging,
      serviceIds: [outbox],
    });
    await anIncidentInHand(ctx, { title: "Search is stale", severity: 3, serviceIds: [search] });
    for (const query of [
      { q: "deliveries webhook" },
      { q: found.key.toLowerCase() },
      { severity: "2" },
      { environment: staging },
      { service: [outbox] },
      { commander: found.commander.id },
      { status: "open", q: "delayed", severity: ["1", "2"], from: "2026-03-01" },
    ]) {
      expect(await keysOf(query), JSON.stringify(query)).toEqual([found.key]);
    }
    expect(await keysOf({ q: "100%" })).toEqual([]);
    expect(await keysOf({ to: "2026-02-01" })).toEqual([]);
    expect(await keysOf({ mine: "1" }, found.commander)).toEqual([found.key]);
    expect(await keysOf({ commander: "nobody" })).toEqual([]);
  });

  it("takes days as the person's own zone has them", async () => {
    // 03:00 UTC on 1 March: still February in Los Angeles, a quarter to nine in Kathmandu.
    const { key } = await aDeclaredIncident(ctx.as(mara));
    const inZone = async (timeZone: string, from: string, to = from) => {
      await ctx.db.person.update({ where: { id: mara.id }, data: { timeZone } });
      return keysOf({ from, to, q: key });
    };
    expect(await inZone("UTC", "2026-03-01")).toEqual([key]);
    expect(await inZone("Asia/Kathmandu", "2026-03-01")).toEqual([key]);
    expect(await inZone("America/Los_Angeles", "2026-02-28")).toEqual([key]);
    expect(await inZone("America/Los_Angeles", "2026-03-01")).toEqual([]);
    expect(await inZone("America/Los_Angeles", "2026-02-01", "2026-02-27")).toEqual([]);
    await ctx.db.person.update({ where: { id: mara.id }, data: { timeZone: "UTC" } });
  });

  it("hides an incident of members from others, also in its counts", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const changes = { visibility: { from: "everyone", to: "members" } } as const;
    await act(ctx.as(commander), editFacts, { key, changes, reason: "Personal data" });
    expect(await list()).toMatchObject({ rows: [], open: 0 });
    expect(await keysOf({}, commander)).toEqual([key]);
    expect(await keysOf({}, await aPerson(ctx, "manager"))).toEqual([]);
    expect(await keysOf({}, await aPerson(ctx, "administrator"))).toEqual([key]);
  });

  it("pages through all parts without a gap or a double", async () => {
    const keys: string[] = [];
    for (let n = 0; n < 7; n++) {
      const { id, key } = await aDeclaredIncident(ctx.as(mara));
      await act(ctx.as(mara), acknowledge, { key });
      if (n % 3 === 1) await closed(id);
      if (n % 3 === 2) await ctx.db.incident.update({ where: { id }, data: { status: "resolved" } });
      ctx.clock.advance(n % 2);
      keys.push(key);
    }
    const whole = await keysOf();
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({ limit: "2", ...(after && { after }) });
      paged.push(...page.rows.map(({ key }) => key));
      after = page.next;
    } while (after);
    expect(paged).toEqual(whole);
    expect(paged.toSorted()).toEqual(keys.toSorted());
  });

  it("is exported whole, in its order, with names and no formulas", async () => {
    const { key } = await anIncidentInHand(ctx, { title: "=1+1, they say", severity: 2 });
    await aDeclaredIncident(ctx.as(mara), { title: "Another" });
    const csv = await exportCsv(ctx.as(mara), listFilters.parse({ severity: "2" }));
    const [head, line, end] = csv.split("\r\n");
    expect(head).toContain("Key,Kind,Title");
    expect(line).toContain(`${key},real,"'=1+1, they say",2,investigating,production,,Mara Lindqvist,`);
    expect(end).toBe("");
  });

  it("refuses a page that no page has named", async () => {
    await expect(list({ after: "over.x.y" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("carries what the row says: criteria, steps, and the last update", async () => {
    const { key } = await anIncidentInHand(ctx);
    const [row] = (await list({ q: key })).rows;
    expect(row).toMatchObject({ gate: { met: 0, total: 0 }, steps: { over: 0, total: 0 }, said: null });
  });
});
