import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect } from "@/lib/db/client";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { freePort } from "@/lib/db/embedded/free-port";
import { anApplication, type AnApplication, type Sent } from "@/lib/http/testing/an-application";
import { anIncidentInHand } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";

let ctx: TestContext;
let app: AnApplication;
let ines: PersonActor;
let notes: string;

beforeAll(async () => {
  ctx = await testContext();
  app = anApplication(ctx);
  return () => ctx.db.$disconnect();
});

beforeEach(async () => {
  const incident = await anIncidentInHand(ctx);
  ines = incident.commander;
  notes = `/incidents/${incident.key}/notes`;
});

const note = (sent: Sent = {}) => app.send(ines, "POST", notes, { body: { text: "Seen." }, ...sent });
const from = (headers: Record<string, string | null>) =>
  note({ headers: { "sec-fetch-site": null, ...headers } });

async function notesWritten(): Promise<number> {
  return ctx.db.timelineEntry.count({ where: { kind: "note.added", actorId: ines.id } });
}

describe("a write with a session's cookie", () => {
  test.each([
    [{ "sec-fetch-site": "same-origin" }],
    [{ origin: "http://deck.test:3000", host: "deck.test:3000" }],
    [{ origin: "https://deck.example.org", host: "deck.example.org" }],
  ])("is taken from the console itself: %j", async (headers) => {
    expect((await from(headers)).status).toBe(201);
  });

  test.each([
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "none" }],
    [{ "sec-fetch-site": "cross-site", origin: "http://deck.test", host: "deck.test" }],
    [{ origin: "http://elsewhere.test", host: "deck.test" }],
    [{ origin: "http://deck.test:3001", host: "deck.test:3000" }],
    [{ origin: "http://deck.test.elsewhere.test", host: "deck.test" }],
    [{ origin: "null", host: "deck.test" }],
    [{ host: "deck.test" }],
    [{}],
  ])("is refused from anywhere else: %j", async (headers) => {
    expect((await from(headers)).status).toBe(403);
    expect(await notesWritten()).toBe(0);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", null])(
    "is refused as %s, which a form can send",
    async (type) => {
      const answer = await note({ headers: { "content-type": type }, raw: '{"text":"Seen."}' });
      expect(answer.status).toBe(400);
      expect(await notesWritten()).toBe(0);
    },
  );

  test("is taken as JSON with a charset", async () => {
    const headers = { "content-type": "application/json; charset=utf-8" };
    expect((await note({ headers })).status).toBe(201);
  });

  test("is refused as a read by POST, too", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    const body = { source: "# One\n\n1. Look.\n" };
    expect((await app.send(ines, "POST", "/runbooks/previews", { body, headers })).status).toBe(403);
  });
});

describe("a write that says who did it", () => {
  test("is taken from that person", async () => {
    expect((await note({ headers: { "quarterdeck-person": ines.id } })).status).toBe(201);
  });

  test("waits while somebody else is signed in", async () => {
    const other = (await anIncidentInHand(ctx)).commander;
    const answer = await note({ headers: { "quarterdeck-person": other.id } });
    expect(answer.status).toBe(401);
    expect(await notesWritten()).toBe(0);
  });
});

describe("a body", () => {
  test.each(["{", "[1", "nothing"])("%s is no JSON", async (raw) => {
    const answer = await note({ raw });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid", detail: "The body is not JSON." });
  });

  test.each(["null", "[]", '"text"', "{}"])("%s is not what the route takes", async (raw) => {
    expect((await note({ raw })).status).toBe(400);
  });

  test("that is too large is refused before it is read", async () => {
    const answer = await note({ body: { text: "x".repeat(300 * 1024) } });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: "too_large", detail: "This is larger than 256 KiB." });
  });

  test("that is too large is refused when it comes without a length, too", async () => {
    const answer = await note({ raw: pieces(40, 16 * 1024) });
    expect(answer.status).toBe(413);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await notesWritten()).toBe(0);
  });

  test("of one route may be larger than of another", async () => {
    const logs = notes.replace("/notes", "/logs");
    const body = { text: "x".repeat(255 * 1024) };
    expect((await app.send(ines, "POST", logs, { body })).status).toBe(201);
  });
});

describe("an answer", () => {
  test("to something wrong is problem details with the request's id and the fields", async () => {
    const answer = await note({ body: { text: " ", mentions: ["x"] } });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { requestId, ...problem } = (await answer.json()) as Record<string, unknown>;
    expect(requestId).toBe(answer.headers.get("x-request-id"));
    expect(problem).toEqual({
      type: "about:blank",
      title: "Something is missing or wrong",
      status: 400,
      detail: "text: Write the note.",
      code: "invalid",
      details: {
        fields: [
          { path: "text", message: "Write the note." },
          { path: "mentions.0", message: expect.any(String) as string },
        ],
      },
    });
  });

  test("to something that is not among the choices names them, in a body and in an address", async () => {
    const declared = await app.send(ines, "POST", "/incidents", { body: { title: "T", severity: 9 } });
    expect(await declared.json()).toMatchObject({ detail: "severity: Must be one of 1, 2, 3, 4." });
    const listed = await app.send(ines, "GET", "/incidents?severity=9");
    expect(await listed.json()).toMatchObject({ detail: "severity: Must be one of 1, 2, 3, 4." });
  });

  test.each([
    ["GET", "/nothing"],
    ["POST", "/nothing"],
    ["PATCH", "/incidents"],
    ["GET", "/incidents/INC-999999"],
    ["GET", "/incidents/DRILL-1"],
  ])("to %s %s says that nothing is there", async (method, path) => {
    const answer = await app.send(ines, method, path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({
      status: 404,
      code: "not_found",
      requestId: expect.any(String),
    });
  });

  test("carries the server's time, an id, and is kept by no cache", async () => {
    const answer = await app.send(ines, "GET", "/me");
    expect(answer.headers.get("x-server-time")).toBe(String(ctx.clock.now().getTime()));
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});

describe("without a database", () => {
  test("reads and writes say so: 503, and nothing of the inside", async () => {
    const db = connect(`postgresql://nobody:secret@127.0.0.1:${await freePort()}/none`, 2);
    const away = anApplication({ db, clock: ctx.clock, signer: ctx.signer });
    for (const [method, path] of [
      ["GET", "/directory"],
      ["GET", "/incidents/INC-1"],
      ["POST", notes],
    ] as const) {
      const answer = await away.send(ines, method, path, { body: { text: "Seen." } });
      expect([path, answer.status]).toEqual([path, 503]);
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({ code: "unavailable", title: "Not available right now" });
      expect(text).not.toMatch(/secret|127\.0\.0\.1|prisma/i);
    }
    await db.$disconnect();
  });
});

function pieces(count: number, bytes: number): ReadableStream<Uint8Array> {
  let left = count;
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(bytes).fill(0x20));
      else controller.close();
    },
  });
}
