import { beforeAll, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { createApi, type Api } from "@/lib/http/api";
import { anIncidentInHand, aPerson, type AnIncident } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { createLog } from "@/lib/kernel/log";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import type { EntriesDto, SigningKeysDto } from "./dto";
import { recordRoutes } from "./routes";

let ctx: TestContext;
let api: Api;
let elias: PersonActor;
let noor: PersonActor;
let incident: AnIncident;

beforeAll(async () => {
  ctx = await testContext();
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
  elias = await aPerson(ctx, "responder", "Elias Brandt");
  noor = await aPerson(ctx, "manager", "Noor Haddad");
  incident = await anIncidentInHand(ctx);
  const people = new Map([elias, noor].map((person) => [person.id, person]));
  api = createApi({
    ...{ db: ctx.db, clock: ctx.clock, signer: ctx.signer, log: createLog("silent") },
    authenticate: (request) =>
      Promise.resolve(people.get(request.headers.get("x-test-person") ?? "") ?? null),
    clientAddress: () => "127.0.0.1",
  });
  recordRoutes(api);
});

async function call(actor: PersonActor | null, method: string, path: string, body?: unknown) {
  const response = await api.request(`/api/v1/incidents/${incident.key}${path}`, {
    method,
    headers: {
      ...(actor && { "x-test-person": actor.id }),
      ...(method !== "GET" && {
        "content-type": "application/json",
        "idempotency-key": newId(),
        "sec-fetch-site": "same-origin",
      }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function notedSeq(text = "Queue depth 1,284"): Promise<number> {
  const { status, body } = await call(elias, "POST", "/notes", { text });
  expect(status).toBe(201);
  return (body as unknown as EntriesDto).entries[0]?.seq ?? 0;
}

test("a note is written, corrected, dated back, pinned, and read with its marks", async () => {
  const seq = await notedSeq();
  const write = (method: string, path: string, body?: unknown) =>
    call(elias, method, `/entries/${seq}/${path}`, body);
  const occurredAt = "2026-03-01T03:55:00+01:00";
  expect((await write("PUT", "correction", { text: "Queue depth 12,840" })).status).toBe(200);
  expect((await write("PUT", "time", { occurredAt })).status).toBe(200);
  expect((await write("PUT", "pin")).status).toBe(200);
  const { status, body } = await call(elias, "GET", `/entries?around=${seq}&limit=2`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    found: seq,
    marks: {
      corrections: [{ kind: "entry.corrected" }, { kind: "entry.time_corrected" }],
      pins: [seq],
    },
  });
  expect(await write("DELETE", "pin")).toMatchObject({ status: 200, body: { entries: [{ data: { seq } }] } });
});

test("a log of 256 KiB arrives, however its characters are written; a larger one does not", async () => {
  const colourful = "\u001b".repeat(256 * 1024);
  expect((await call(elias, "POST", "/logs", { text: colourful })).status).toBe(201);
  expect((await call(elias, "POST", "/logs", { text: `${colourful}x` })).status).toBe(413);
});

test("words are redacted by a manager and by nobody else", async () => {
  const { body } = await call(elias, "POST", "/notes", { text: "hunter2" });
  const entry = (body as unknown as EntriesDto).entries[0];
  const redaction = { textIds: Object.keys(entry?.texts ?? {}), reason: "A password" };
  expect(await call(elias, "POST", "/redactions", redaction)).toMatchObject({
    status: 403,
    body: { code: "forbidden", detail: "Only a manager may do this." },
  });
  expect((await call(noor, "POST", "/redactions", redaction)).status).toBe(201);
});

test("the timeline is verified for managers", async () => {
  expect(await call(noor, "GET", "/verification")).toMatchObject({ status: 200, body: { ok: true } });
  expect((await call(elias, "GET", "/verification")).status).toBe(403);
  expect((await call(noor, "GET", "/verification?head=nonsense")).status).toBe(400);
});

test.each([
  ["POST", "/notes", { text: " \n " }, "Write the note."],
  ["POST", "/notes", { text: "x".repeat(20_001) }, "Keep a note under 20,000 characters"],
  ["POST", "/notes", { text: "soon", occurredAt: "2099-01-01T00:00:00Z" }, "This time is in the future."],
  ["POST", "/logs", { text: "" }, "Paste the log."],
  ["PUT", "/entries/0/pin", undefined, "seq"],
  ["POST", "/redactions", { textIds: [], reason: "x" }, "Say which words."],
  ["GET", "/entries?limit=500", undefined, "limit"],
  ["GET", "/entries?group=everything", undefined, "group"],
])("%s %s with %o is refused with words", async (method, path, body, words) => {
  const answer = await call(elias, method, path, body);
  expect(answer).toMatchObject({ status: 400, body: { code: "invalid" } });
  expect(answer.body.detail).toContain(words);
});

test("nobody reads or writes without signing in", async () => {
  expect((await call(null, "GET", "/entries")).status).toBe(401);
  expect((await call(null, "POST", "/notes", { text: "x" })).status).toBe(401);
});

test("managers read the public keys that heads are signed with, and no private one", async () => {
  const response = await api.request("/api/v1/signing-keys", { headers: { "x-test-person": noor.id } });
  const { keys } = (await response.json()) as SigningKeysDto;
  expect(keys).toMatchObject([{ id: ctx.signer.keyId, publicKey: ctx.signer.publicKey }]);
  expect(JSON.stringify(keys)).not.toContain("PRIVATE");
});
