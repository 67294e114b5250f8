import { pino } from "pino";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { createApplication } from "./application";

let ctx: TestContext;
let elias: PersonActor;
let lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  ctx = await testContext();
  elias = await aPerson(ctx, "responder", "Elias Brandt");
  return () => ctx.db.$disconnect();
});

beforeEach(() => {
  lines = [];
});

async function send(level: string, method: string, path: string, body?: unknown): Promise<Response> {
  const log = pino({ level }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const application = createApplication({
    ...{ db: ctx.db, clock: ctx.clock, signer: ctx.signer, log },
    authenticate: () => Promise.resolve(elias),
    clientAddress: () => "192.0.2.1",
  });
  return application.request(`/api/v1${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
      "idempotency-key": newId(),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

test("a write leaves a line with its route, its end, who sent it, and the id that the answer carries", async () => {
  const answer = await send("info", "PATCH", "/me", { sound: true });
  expect(lines).toMatchObject([
    { method: "PATCH", route: "/api/v1/me", status: 200, person: elias.id, msg: "request" },
  ]);
  expect(lines[0]?.requestId).toBe(answer.headers.get("x-request-id"));
  expect(lines[0]?.ms).toEqual(expect.any(Number));
});

test("a refused write leaves one, too, without anything that was sent", async () => {
  await send("info", "PUT", "/people/0b0e6c4a-0000-4000-8000-00000000beef/access-role", {
    accessRole: "manager",
  });
  expect(lines).toMatchObject([{ route: "/api/v1/people/:id/access-role", status: 403 }]);
  expect(JSON.stringify(lines)).not.toMatch(/beef|manager/);
});

test("reads leave lines for those who want them, without what was looked for", async () => {
  await send("info", "GET", "/runbooks?q=hunter2");
  expect(lines).toEqual([]);
  await send("debug", "GET", "/runbooks?q=hunter2");
  expect(lines).toMatchObject([{ method: "GET", route: "/api/v1/runbooks", status: 200 }]);
  expect(JSON.stringify(lines)).not.toContain("hunter2");
});
