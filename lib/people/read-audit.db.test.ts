import { expect, test } from "vitest";
import { act, anAccount } from "@/lib/auth/testing/accounts";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { addWebhook } from "@/lib/webhooks/add-webhook";
import { removeWebhook } from "@/lib/webhooks/remove-webhook";
import { invite } from "./invite";
import { readAudit } from "./read-audit";
import { auditQuery } from "./schemas";
import { withdrawInvitation } from "./withdraw-invitation";

const ctx: TestContext = await testContext();
const admin = ctx.as(await aPerson(ctx, "administrator", "Ada Okoye"));
const read = (query: object = {}) => readAudit(admin, auditQuery.parse(query));
const webhook = { name: "#ops", told: "all" as const, listedHosts: ["127.0.0.1"] };

test("what entries are about is named: runbooks by id and version, webhooks also once removed, links", async () => {
  const { runbookId, versionId, slug } = await act(admin, importRunbook, {
    source: "# Planner\n\n1. Look.\n",
  });
  const url = "http://127.0.0.1:9/all";
  const { id: webhookId } = await act(admin, addWebhook, { ...webhook, url, key: null });
  await act(admin, removeWebhook, { key: null, webhookId });
  const link = { email: "ines@example.org", name: null, accessRole: "responder" } as const;
  const { id: linkId } = await act(admin, invite, link);
  await act(admin, withdrawInvitation, { id: linkId });
  const { things } = await read();
  const thing = { slug: null, incidentKey: null };
  expect(things).toEqual(
    expect.arrayContaining([
      { ...thing, id: runbookId, name: "Planner", slug },
      { ...thing, id: versionId, name: "Planner", slug },
      { ...thing, id: webhookId, name: "#ops" },
      { ...thing, id: linkId, name: "the invitation of ines@example.org" },
    ]),
  );
});

test("a webhook of one incident is named with its key", async () => {
  const { key, commander } = await anIncidentInHand(ctx);
  await act(ctx.as(commander), addWebhook, { ...webhook, url: `http://127.0.0.1:9/${key}`, key });
  const { things } = await read({ about: "webhook", limit: 1 });
  expect(things).toMatchObject([{ name: "#ops", incidentKey: key }]);
});

test("it is narrowed to what it is about and to whose acts, and read on from where it ended", async () => {
  const { actor, id } = await anAccount(ctx, "administrator");
  const other = ctx.as(actor);
  for (const email of ["a@example.org", "b@example.org", "c@example.org"])
    await act(other, invite, { email, name: null, accessRole: "viewer" });
  const first = await read({ about: "link", actor: id, limit: 2 });
  expect(first.entries).toHaveLength(2);
  const second = await read({ about: "link", actor: id, limit: 2, before: first.next });
  expect([second.entries.length, second.next]).toEqual([1, null]);
  expect(first.entries.every((entry) => entry.actor.id === id)).toBe(true);
  expect((await read({ about: "runbook", actor: id })).entries).toEqual([]);
});
