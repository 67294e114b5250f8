import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { editFacts } from "@/lib/incidents/edit-facts";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { redactText } from "@/lib/record/redact-text";
import { readEntries } from "@/lib/timeline/read";
import { listDeliveries } from "@/lib/updates/list-deliveries";
import { updateMessages } from "@/lib/updates/messages";
import { postStatusUpdate } from "@/lib/updates/post-status-update";
import { retryDelivery } from "@/lib/updates/retry-delivery";
import { anUpdate } from "@/lib/updates/testing/an-update";
import { deliverDue, type DeliverParts } from "./deliver-due";
import { postJson } from "./outgoing/post-json";
import { aReceiver, type Receiver } from "./testing/a-receiver";

let ctx: TestContext;
let receiver: Receiver;
const receivers: Receiver[] = [];

beforeAll(async () => {
  ctx = await testContext();
});
beforeEach(async () => {
  await ctx.db.outboxMessage.deleteMany();
  await ctx.db.webhook.deleteMany();
  receiver = await aReceiver();
  receivers.push(receiver);
});
afterAll(() => Promise.all(receivers.map(({ close }) => close())));

const log = pino({ level: "silent" });

function parts(listedHosts: readonly string[] = ["127.0.0.1"]): DeliverParts {
  return {
    log,
    kinds: updateMessages("https://quarterdeck.example.org"),
    post: (url, body, headers) => postJson(url, body, { headers, listedHosts }),
  };
}

async function aWebhook(url: string, incidentId: string | null = null): Promise<string> {
  const id = newId();
  await ctx.db.webhook.create({ data: { id, name: "#ops", url, incidentId, createdAt: ctx.clock.now() } });
  return id;
}

async function aPostedUpdate() {
  const incident = await anIncidentInHand(ctx);
  await act(ctx.as(incident.commander), postStatusUpdate, { key: incident.key, ...anUpdate(1) });
  return incident;
}

async function deliveryOf(key: string) {
  const { deliveries } = await listDeliveries(ctx, key);
  return deliveries[0]!;
}

describe("delivering an update", () => {
  it("posts what the room reads, and says how long it took", async () => {
    await aWebhook(receiver.url);
    const { key } = await aPostedUpdate();
    expect(await deliveryOf(key)).toMatchObject({ state: "pending", number: 1, attempts: 0 });
    await deliverDue(ctx, parts());
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]!.text).toContain("New orders go through; old ones wait.");
    expect(receiver.received[0]!.text).toContain(`https://quarterdeck.example.org/incidents/${key}`);
    expect(receiver.received[0]!.text).toMatch(/Next update by \d\d:\d\d UTC/);
    const delivered = await deliveryOf(key);
    expect(delivered).toMatchObject({ state: "delivered", attempts: 1, lastError: null });
    expect(delivered.lastMs).toBeGreaterThanOrEqual(0);
  });

  it("tries again after a refusal, later each time, under the same id", async () => {
    await aWebhook(receiver.url);
    const { key } = await aPostedUpdate();
    receiver.answer(500);
    await deliverDue(ctx, parts());
    expect(await deliveryOf(key)).toMatchObject({
      state: "pending",
      attempts: 1,
      lastError: "It answered with an error of its own (500).",
    });
    await deliverDue(ctx, parts());
    expect(receiver.received).toHaveLength(1);
    ctx.clock.advance(1);
    await deliverDue(ctx, parts());
    receiver.answer(200);
    ctx.clock.advance(1);
    await deliverDue(ctx, parts());
    expect(await deliveryOf(key)).toMatchObject({ state: "delivered", attempts: 3 });
    const ids = receiver.received.map(({ headers }) => headers["x-quarterdeck-message"]);
    expect(ids).toHaveLength(3);
    expect(
      new Set([...ids, ...receiver.received.map(({ headers }) => headers["idempotency-key"])]).size,
    ).toBe(1);
  });

  it("gives up after a day and says so on the timeline; a retry by hand begins anew", async () => {
    await aWebhook(receiver.url);
    const { id, key, commander } = await aPostedUpdate();
    receiver.answer(404);
    ctx.clock.advance(24 * 60);
    await deliverDue(ctx, parts());
    const abandoned = await deliveryOf(key);
    expect(abandoned.state).toBe("abandoned");
    const entries = await readEntries(ctx, id, { after: 0, limit: 100 });
    const told = entries.filter(({ kind }) => kind === "update.delivery_abandoned");
    expect(told).toMatchObject([{ data: { number: 1, messageId: abandoned.id } }]);

    receiver.answer(200);
    await act(ctx.as(commander), retryDelivery, { key, deliveryId: abandoned.id });
    await deliverDue(ctx, parts());
    expect(await deliveryOf(key)).toMatchObject({ id: abandoned.id, state: "delivered" });
    const again = act(ctx.as(commander), retryDelivery, { key, deliveryId: abandoned.id });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses an inner host that nobody listed, and names the setting", async () => {
    await aWebhook(receiver.url);
    const { key } = await aPostedUpdate();
    await deliverDue(ctx, parts([]));
    expect((await deliveryOf(key)).lastError).toContain("QUARTERDECK_OUTGOING_HOSTS");
    expect(receiver.received).toHaveLength(0);
  });

  it("is done by one of two instances", async () => {
    await aWebhook(receiver.url);
    for (let count = 0; count < 5; count++) await aPostedUpdate();
    await Promise.all([deliverDue(ctx, parts()), deliverDue(ctx, parts())]);
    const ids = receiver.received.map(({ headers }) => headers["x-quarterdeck-message"]);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
  });

  it("is taken over from an instance that was killed on the way, once its lease is out", async () => {
    await aWebhook(receiver.url);
    const { key } = await aPostedUpdate();
    const killed: DeliverParts = { ...parts(), post: () => new Promise(() => {}) };
    void deliverDue(ctx, killed);
    await expect.poll(async () => (await ctx.db.outboxMessage.findFirst())?.leasedUntil).not.toBeNull();
    await deliverDue(ctx, parts());
    expect(receiver.received).toHaveLength(0);
    ctx.clock.advance(0.5);
    await deliverDue(ctx, parts());
    expect(await deliveryOf(key)).toMatchObject({ state: "delivered" });
  });

  it("keeps words that were redacted meanwhile inside", async () => {
    await aWebhook(receiver.url);
    const { id, key } = await aPostedUpdate();
    const manager = await aPerson(ctx, "manager", "Ines Costa");
    const [posted] = await readEntries(ctx, id, { before: 1_000, limit: 1, kinds: ["update.posted"] });
    if (posted?.kind !== "update.posted") throw new Error("There is no update");
    const { textId } = posted.data.current;
    await act(ctx.as(manager), redactText, { key, textIds: [textId], reason: "A password" });
    await deliverDue(ctx, parts());
    expect(receiver.received[0]!.text).toContain("[redacted]");
    expect(receiver.received[0]!.text).not.toContain("New orders");
  });
});

describe("an update that waits when its incident is closed to all but its members", () => {
  const changes = { visibility: { from: "everyone", to: "members" } } as const;

  it("goes to the incident's own webhooks, and never to those for all", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const forAll = await aWebhook(receiver.url);
    const own = await aWebhook(receiver.url, id);
    await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    await act(ctx.as(commander), editFacts, { key, changes, reason: "Personal data" });
    await deliverDue(ctx, parts());
    expect(receiver.received).toHaveLength(1);
    const states = await ctx.db.outboxMessage.findMany({
      select: { webhookId: true, state: true, lastError: true },
    });
    expect(states).toContainEqual({ webhookId: own, state: "delivered", lastError: null });
    const lastError = "Only members may know of this incident now; it was not sent.";
    expect(states).toContainEqual({ webhookId: forAll, state: "abandoned", lastError });
  });

  it("is not sent by a retry either", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    await aWebhook(receiver.url);
    await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    await act(ctx.as(commander), editFacts, { key, changes, reason: "Personal data" });
    await deliverDue(ctx, parts());
    const { id: deliveryId } = await deliveryOf(key);
    await act(ctx.as(commander), retryDelivery, { key, deliveryId });
    await deliverDue(ctx, parts());
    expect(receiver.received).toHaveLength(0);
  });
});

describe("where an update goes", () => {
  it("is to the webhooks for all and its own, not to another incident's", async () => {
    const other = await anIncidentInHand(ctx);
    await aWebhook(receiver.url);
    await aWebhook(receiver.url, other.id);
    await aPostedUpdate();
    expect(await ctx.db.outboxMessage.count()).toBe(1);
    await act(ctx.as(other.commander), postStatusUpdate, { key: other.key, ...anUpdate(1) });
    expect(await ctx.db.outboxMessage.count({ where: { incidentId: other.id } })).toBe(2);
  });

  it("is to its own webhooks alone when only members may see it", async () => {
    await aWebhook(receiver.url);
    const { id, key, commander } = await anIncidentInHand(ctx, { visibility: "members" });
    const own = await aWebhook(receiver.url, id);
    await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    expect(await ctx.db.outboxMessage.findMany({ select: { webhookId: true } })).toEqual([
      { webhookId: own },
    ]);
  });
});
