import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { newId } from "@/lib/kernel/ids";
import { deliverDue } from "@/lib/outbox/deliver-due";
import { postJson } from "@/lib/outbox/outgoing/post-json";
import { aReceiver, type Receiver } from "@/lib/outbox/testing/a-receiver";
import { redactText } from "@/lib/record/redact-text";
import { cancel } from "@/lib/room/cancel";
import { readEntries } from "@/lib/timeline/read";
import { acceptOffer } from "./answer-offer";
import { editFacts } from "./edit-facts";
import { incidentMessages } from "./messages";
import { moveStatus } from "./move-status";
import { offerCommand } from "./offer-command";
import { takeCommand } from "./take-command";
import { act, anIncidentInHand, aPerson } from "./testing/factories";

let ctx: TestContext;
let receiver: Receiver;

beforeAll(async () => {
  ctx = await testContext();
});
beforeEach(async () => {
  await receiver?.close();
  await ctx.db.outboxMessage.deleteMany();
  await ctx.db.webhook.deleteMany();
  receiver = await aReceiver();
});
afterAll(() => receiver.close());

async function aWebhook(told: "all" | "updates"): Promise<string> {
  const id = newId();
  await ctx.db.webhook.create({
    data: { id, name: "#ops", url: receiver.url, told, createdAt: ctx.clock.now() },
  });
  return id;
}

/** Delivers what waits; the second lines of what arrived, in no particular order. */
async function heard(): Promise<string[]> {
  await deliverDue(ctx, {
    log: pino({ level: "silent" }),
    kinds: incidentMessages("https://quarterdeck.example.org"),
    post: (url, body, headers) => postJson(url, body, { headers, listedHosts: ["127.0.0.1"] }),
  });
  return receiver.received.map(({ text }) => text.split("\n")[1] ?? "").sort();
}

describe("what a webhook that is told all hears of an incident", () => {
  it("is its declaration and who has command", async () => {
    await aWebhook("all");
    const { commander } = await anIncidentInHand(ctx);
    const [first, second] = await heard();
    expect(first).toMatch(/^Declared by /);
    expect(second).toBe(`${await nameOfPerson(commander.id)} has command: investigating.`);
  });

  it("is a change of severity, with the severity that holds now, and a move", async () => {
    const { key, commander } = await anIncidentInHand(ctx, { severity: 2 });
    await aWebhook("all");
    const changes = { severity: { from: 2, to: 1 } } as const;
    await act(ctx.as(commander), editFacts, { key, changes, reason: "Everybody is hit" });
    await act(ctx.as(commander), moveStatus, { key, to: "mitigating", reason: null });
    expect(await heard()).toEqual([
      "Now mitigating, was investigating.",
      "Severity changed from SEV2 to SEV1.",
    ]);
    const severity = receiver.received.find(({ text }) => text.includes("Severity changed"))?.text;
    expect(severity).toMatch(/^\*SEV1 /);
    expect(severity).toContain("*Reason*\nEverybody is hit");
    expect(severity).toMatch(/Next update by \d\d:\d\d UTC/);
  });

  it("is command handed over and taken", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const [sam, ruth] = [
      await aPerson(ctx, "responder", "Sam Duarte"),
      await aPerson(ctx, "manager", "Ruth Mora"),
    ];
    await aWebhook("all");
    await act(ctx.as(commander), offerCommand, { key, personId: sam.id, note: null });
    await act(ctx.as(sam), acceptOffer, { key });
    await act(ctx.as(ruth), takeCommand, { key, reason: "The line broke" });
    const before = await nameOfPerson(commander.id);
    expect(await heard()).toEqual([
      ...[`Ruth Mora took command from Sam Duarte.`, `${before} handed command over to Sam Duarte.`].sort(),
    ]);
  });

  it("is a cancellation with its reason, unless that was redacted meanwhile", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    await aWebhook("all");
    await act(ctx.as(commander), cancel, { key, reason: "A secret slipped in", mergedInto: null });
    const [entry] = await readEntries(ctx, id, { before: 1_000, limit: 1, kinds: ["incident.cancelled"] });
    if (entry?.kind !== "incident.cancelled") throw new Error("It was not cancelled");
    const manager = await aPerson(ctx, "manager", "Ines Costa");
    const textIds = [entry.data.reason.textId];
    await act(ctx.as(manager), redactText, { key, textIds, reason: "A password" });
    expect(await heard()).toEqual(["Cancelled."]);
    expect(receiver.received[0]?.text).toContain("*Reason*\n[redacted]");
  });
});

describe("what a webhook for status updates only hears of it", () => {
  it("is nothing of a declaration, command or moves", async () => {
    await aWebhook("updates");
    const { key, commander } = await anIncidentInHand(ctx);
    await act(ctx.as(commander), moveStatus, { key, to: "mitigating", reason: null });
    expect(await ctx.db.outboxMessage.count()).toBe(0);
  });
});

async function nameOfPerson(id: string): Promise<string> {
  return (await ctx.db.person.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}
