import { beforeAll, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { anApplication, type AnApplication } from "@/lib/http/testing/an-application";
import { anEnvironment, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";

let ctx: TestContext;
let app: AnApplication;
let admin: PersonActor;
let key: string;
let environmentId: string;

beforeAll(async () => {
  ctx = await testContext();
  app = anApplication(ctx);
  admin = await aPerson(ctx, "administrator");
  environmentId = await anEnvironment(ctx);
  ({ key } = await anIncidentInHand(ctx));
  return () => ctx.db.$disconnect();
});

const odd = "a\u0000b\ud800c";

test.each([
  ["/incidents?q=%00"],
  ["/incidents?from=0000-01-01"],
  ["/incidents?to=9999-12-31"],
  [`/incidents?after=over.1.${"-".repeat(36)}`],
  ["/people?q=%00"],
  ["/runbooks?q=%00"],
  ["/incidents/KEY/entries?at=0000-01-01T00:00:00Z"],
  ["/incidents/KEY/entries?around=99999999999"],
  ["/incidents/KEY/summary/versions/99999999999"],
  ["/audit?before=99999999999"],
])("a read of what no database holds is refused, not an error of ours: %s", async (path) => {
  const answer = await app.send(admin, "GET", path.replace("KEY", key));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: "invalid" });
});

test.each([
  ["PUT", "/incidents/KEY/entries/99999999999/pin", {}],
  ["POST", "/incidents", { title: "Slow", severity: 1, startedAt: "0000-01-01T00:00:00Z" }],
  ["POST", "/incidents/KEY/notes", { text: "Seen.", occurredAt: "0001-01-01T00:00:00+23:00" }],
  ["POST", "/incidents/KEY/follow-ups", { title: "Alert", kind: "detect", dueOn: "0000-01-01" }],
  ["POST", "/webhooks", { name: odd, url: "https://1.1.1.1/x" }],
  ["POST", "/environments", { name: odd }],
  ["POST", "/invitations", { email: "noor@example.org", name: odd, accessRole: "viewer" }],
])(
  "a write of what no database holds is refused, not an error of ours: %s %s",
  async (method, path, body) => {
    const sent = path === "/incidents" ? { ...body, environmentId } : body;
    const answer = await app.send(admin, method, path.replace("KEY", key), { body: sent });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid" });
  },
);

test("a number of a runbook's parser that is none is refused", async () => {
  const answer = await app.send(admin, "GET", `/runbook-versions/${newId()}?parser=99999999999`);
  expect([400, 404]).toContain(answer.status);
});
