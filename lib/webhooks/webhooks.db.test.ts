import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { ADMINISTRATION } from "@/lib/timeline/administration";
import { readEntries } from "@/lib/timeline/read";
import { postStatusUpdate } from "@/lib/updates/post-status-update";
import { anUpdate } from "@/lib/updates/testing/an-update";
import { addWebhook } from "./add-webhook";
import { changeWebhook } from "./change-webhook";
import { listWebhooks, listWebhooksOf } from "./list-webhooks";
import { removeWebhook } from "./remove-webhook";
import { testWebhook } from "./test-webhook";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});
beforeEach(async () => {
  await ctx.db.outboxMessage.deleteMany();
  await ctx.db.webhook.deleteMany();
});

const url = "http://127.0.0.1:9/hooks/wxyz";
const listed = { name: "#ops", url, told: "updates" as const, listedHosts: ["127.0.0.1"] };

describe("webhooks", () => {
  it("are set for all by an administrator, are on the audit log, and never show their address again", async () => {
    const admin = await aPerson(ctx, "administrator", "Ana Duarte");
    const added = await act(ctx.as(admin), addWebhook, { ...listed, key: null });
    expect(added).toMatchObject({ name: "#ops", host: "127.0.0.1:9", ending: "wxyz", last: null });
    expect(JSON.stringify(await listWebhooks(ctx.as(admin)))).not.toContain("/hooks/");
    const [entry] = await readEntries(ctx, ADMINISTRATION, { before: 1_000, limit: 1 });
    expect(entry).toMatchObject({ kind: "webhook.added", data: { webhookId: added.id, incidentId: null } });
    const twice = act(ctx.as(admin), addWebhook, { ...listed, key: null });
    await expect(twice).rejects.toMatchObject({ code: "conflict" });
  });

  it("are set for one incident by its commander, not by others", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const other = await aPerson(ctx, "responder", "Sam Duarte");
    await act(ctx.as(commander), addWebhook, { ...listed, key });
    expect((await listWebhooksOf(ctx.as(other), key)).webhooks).toHaveLength(1);
    const own = { ...listed, url: `${url}2` };
    await expect(act(ctx.as(other), addWebhook, { ...own, key })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(act(ctx.as(commander), addWebhook, { ...own, key: null })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("must not lead into the own network unless the administrator listed the host", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const add = act(ctx.as(commander), addWebhook, {
      ...{ name: "#ops", told: "all" as const, url: "https://10.0.0.5/x", key, listedHosts: [] },
    });
    await expect(add).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("QUARTERDECK_OUTGOING_HOSTS"),
    });
  });

  it("tell nobody who may not set them whether a host is inside", async () => {
    const { key } = await anIncidentInHand(ctx);
    const hidden = await anIncidentInHand(ctx, { visibility: "members" });
    const inner = { name: "#ops", told: "all" as const, url: "https://10.0.0.5/x", listedHosts: [] };
    const viewer = ctx.as(await aPerson(ctx, "viewer", "Vera Novak"));
    await expect(act(viewer, addWebhook, { ...inner, key })).rejects.toMatchObject({ code: "forbidden" });
    await expect(act(viewer, addWebhook, { ...inner, key: null })).rejects.toMatchObject({
      code: "forbidden",
    });
    const seen = act(viewer, addWebhook, { ...inner, key: hidden.key });
    await expect(seen).rejects.toMatchObject({ code: "not_found" });
  });

  it("may lead where those for all lead when only members know of the incident: nothing of it goes there else", async () => {
    const admin = await aPerson(ctx, "administrator", "Ana Duarte");
    await act(ctx.as(admin), addWebhook, { ...listed, key: null });
    const open = await anIncidentInHand(ctx);
    const twice = act(ctx.as(open.commander), addWebhook, { ...listed, key: open.key });
    await expect(twice).rejects.toMatchObject({ code: "conflict" });
    const hidden = await anIncidentInHand(ctx, { visibility: "members" });
    await act(ctx.as(hidden.commander), addWebhook, { ...listed, key: hidden.key });
  });

  it("are sent nothing more once they are removed, also not what waited", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const { id: webhookId } = await act(ctx.as(commander), addWebhook, { ...listed, key });
    await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    await act(ctx.as(commander), removeWebhook, { key, webhookId });
    expect(await ctx.db.outboxMessage.findMany({ select: { state: true } })).toEqual([
      { state: "abandoned" },
    ]);
    expect((await ctx.db.webhook.findUniqueOrThrow({ where: { id: webhookId } })).url).not.toContain("wxyz");
    await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(2) });
    expect(await ctx.db.outboxMessage.count({ where: { incidentId: id } })).toBe(1);
    const again = act(ctx.as(commander), removeWebhook, { key, webhookId });
    await expect(again).rejects.toMatchObject({ code: "not_found" });
  });

  it("change their name, their address and what they are told, with an entry that says from what to what", async () => {
    const admin = ctx.as(await aPerson(ctx, "administrator", "Ana Duarte"));
    const { id: webhookId } = await act(admin, addWebhook, { ...listed, key: null });
    const ask = { key: null, webhookId, listedHosts: listed.listedHosts };
    const changed = await act(admin, changeWebhook, { ...ask, name: "#all", told: "all", url: `${url}2` });
    expect(changed).toMatchObject({ name: "#all", told: "all", ending: "xyz2" });
    const newest = async () => (await readEntries(ctx, ADMINISTRATION, { before: 1_000, limit: 1 }))[0];
    const entry = await newest();
    expect(entry).toMatchObject({
      kind: "webhook.changed",
      data: { told: { from: "updates", to: "all" }, host: { from: "127.0.0.1:9", to: "127.0.0.1:9" } },
    });
    expect(Object.values(entry?.texts ?? {})).toEqual(expect.arrayContaining(["#ops", "#all"]));
    await act(admin, changeWebhook, { ...ask, told: "all" });
    expect((await newest())?.seq).toBe(entry?.seq);
  });

  it("are changed by whoever may set them, to addresses that may be called and are not set already", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const other = await aPerson(ctx, "responder", "Sam Duarte");
    const { id: webhookId } = await act(ctx.as(commander), addWebhook, { ...listed, key });
    await act(ctx.as(commander), addWebhook, { ...listed, url: `${url}2`, key });
    const ask = { key, webhookId, listedHosts: listed.listedHosts };
    const change = (as: typeof other, change: { told?: "all"; url?: string }) =>
      act(ctx.as(as), changeWebhook, { ...ask, ...change });
    await expect(change(other, { told: "all" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(change(commander, { url: `${url}2` })).rejects.toMatchObject({ code: "conflict" });
    await expect(change(commander, { url: "https://10.0.0.5/x" })).rejects.toMatchObject({ code: "invalid" });
    await act(ctx.as(commander), removeWebhook, { key, webhookId });
    await expect(change(commander, { told: "all" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("send a test message, whose state the list shows", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const { id: webhookId } = await act(ctx.as(commander), addWebhook, { ...listed, key });
    await act(ctx.as(commander), testWebhook, { key, webhookId });
    const [webhook] = (await listWebhooksOf(ctx, key)).webhooks;
    expect(webhook?.last).toMatchObject({ state: "pending", test: true });
  });
});
