import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { authenticateToken, bearerOf } from "@/lib/auth/tokens/authenticate-token";
import type { TokenScope } from "@/lib/auth/tokens/token.rules";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import type { Api } from "@/lib/http/api";
import { createApplication } from "@/lib/http/application";
import { act, aDeclaredIncident, anEnvironment, aPerson } from "@/lib/incidents/testing/factories";
import type { AccessRole, PersonActor } from "@/lib/kernel/actor";
import { createLog } from "@/lib/kernel/log";
import { newId } from "@/lib/kernel/ids";
import { ADMINISTRATION } from "@/lib/timeline/administration";
import { describeAudit } from "@/lib/timeline/describe/audit";
import { createNames } from "@/lib/timeline/describe/create-names";
import { readEntries } from "@/lib/timeline/read";
import { listTokens } from "./list-tokens";
import { makeToken } from "./make-token";
import { revokeToken } from "./revoke-token";
import { tokenInput } from "./schemas";

let ctx: TestContext;
let administrator: PersonActor;
let api: Api;
/** Where the machine's requests come from. */
let address: string;

beforeAll(async () => {
  ctx = await testContext();
  administrator = await aPerson(ctx, "administrator", "Agnes Holloway");
  // As whoAsks does it in the server.
  const authenticate = async (request: Request) => {
    const token = bearerOf(request);
    if (token !== null) return authenticateToken(ctx, token, address);
    return request.headers.get("cookie") === "session=agnes" ? administrator : null;
  };
  const { db, clock, signer } = ctx;
  api = createApplication({
    ...{ db, clock, signer, log: createLog("silent"), authenticate, clientAddress: () => address },
  });
  return () => ctx.db.$disconnect();
});
beforeEach(() => {
  address = `192.0.2.${1 + Math.floor(Math.random() * 250)}`;
});

const aToken = (accessRole: AccessRole, scopes: TokenScope[], expiresInDays = 30) =>
  act(ctx.as(administrator), makeToken, { name: "deploys", accessRole, scopes, expiresInDays });

function send(method: string, path: string, headers: Record<string, string>, body?: string) {
  return Promise.resolve(api.request(`/api/v1${path}`, { method, headers, body }));
}
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const json = () => ({ "content-type": "application/json", "idempotency-key": newId() });

describe("a token", () => {
  test("is made and revoked on the audit log, and its secret is kept nowhere", async () => {
    const made = await aToken("responder", ["runbook.import", "runbook.read"]);
    expect(made.secret).toMatch(/^qd_[\w-]{43}$/);
    const listed = (await listTokens(ctx.as(administrator))).tokens.find(({ id }) => id === made.id);
    expect(listed).toMatchObject({ name: "deploys", ending: made.secret.slice(-4), lastUsedAt: null });
    expect(listed).not.toHaveProperty("secret");
    expect(listed).not.toHaveProperty("tokenHash");
    await act(ctx.as(administrator), revokeToken, { tokenId: made.id });
    expect((await listTokens(ctx.as(administrator))).tokens.map(({ id }) => id)).not.toContain(made.id);

    const [revoked, added] = await readEntries(ctx, ADMINISTRATION, { limit: 2 });
    const names = createNames({
      ...{ me: administrator.id, timeZone: "UTC", people: [] },
      machines: [{ id: made.id, name: "deploys" }],
    });
    const words = (entry: typeof added) =>
      entry &&
      describeAudit(entry, names)
        .parts.map((part) => ("object" in part ? part.object : part.text))
        .join("");
    expect(words(added)).toBe("made the token deploys as responder for runbook.import, runbook.read");
    expect(words(revoked)).toBe("revoked the token deploys");

    const tables = await ctx.db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
    for (const { name } of tables) {
      const [row] = await ctx.db.$queryRawUnsafe<{ found: bigint }[]>(
        `SELECT count(*) AS found FROM "${name}" AS t WHERE t::text LIKE '%' || $1 || '%'`,
        made.secret.slice(3),
      );
      expect([name, Number(row?.found)]).toEqual([name, 0]);
    }
  });

  test("is made for a year at most, for something, and for no more than its access role allows", () => {
    const input = { name: "x", accessRole: "viewer", scopes: ["runbook.read"], expiresInDays: 365 };
    const problems = (change: object) =>
      tokenInput.safeParse({ ...input, ...change }).error?.issues.map(({ message }) => message) ?? [];
    expect(problems({})).toEqual([]);
    expect(problems({ expiresInDays: 366 })).toEqual(["A token works for a year at most."]);
    expect(problems({ scopes: [] })).toEqual(["Choose what it may do."]);
    expect(problems({ scopes: ["runbook.import"] })).toEqual(["A viewer may not do this: runbook.import."]);
    expect(problems({ scopes: ["people.administer"] })).toHaveLength(1);
  });

  test("is who asks, whatever cookies come along, and needs no origin", async () => {
    const { secret } = await aToken("viewer", ["runbook.read"]);
    const cookie = { cookie: "session=agnes" };
    expect((await send("GET", "/audit", cookie)).status).toBe(200);
    expect((await send("GET", "/audit", { ...cookie, ...bearer(secret) })).status).toBe(403);
    const foreign = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
    const preview = JSON.stringify({ source: "# A\n" });
    const sent = (more: object) =>
      send("POST", "/runbooks/previews", { ...json(), ...foreign, ...more }, preview);
    expect((await sent(cookie)).status).toBe(403);
    const { secret: importer } = await aToken("responder", ["runbook.import"]);
    expect((await sent(bearer(importer))).status).toBe(200);
  });

  test("stops at its end, and at the very next request when it is revoked", async () => {
    const { id, secret } = await aToken("viewer", ["runbook.read"], 1);
    const read = async () => (await send("GET", "/runbooks", bearer(secret))).status;
    expect(await read()).toBe(200);
    await act(ctx.as(administrator), revokeToken, { tokenId: id });
    expect(await read()).toBe(401);
    const short = await aToken("viewer", ["runbook.read"], 1);
    ctx.clock.advance(24 * 60);
    expect((await send("GET", "/runbooks", bearer(short.secret))).status).toBe(401);
  });

  test("that does not work is told how to ask, and too many are held back, but none that works", async () => {
    const wrong = bearer(`qd_${"x".repeat(43)}`);
    const refused = await send("GET", "/runbooks", wrong);
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="Quarterdeck", error="invalid_token"');
    expect(await refused.json()).toMatchObject({ code: "unauthenticated" });
    expect((await send("GET", "/runbooks", {})).headers.get("www-authenticate")).toBe(
      'Bearer realm="Quarterdeck"',
    );
    for (let n = 2; n <= 20; n++) expect((await send("GET", "/runbooks", wrong)).status).toBe(401);
    expect((await send("GET", "/runbooks", wrong)).status).toBe(429);
    expect((await send("GET", "/runbooks", bearer("anything"))).status).toBe(429);
    const { secret } = await aToken("viewer", ["runbook.read"]);
    expect((await send("GET", "/runbooks", bearer(secret))).status).toBe(200);
    address = "198.51.100.7";
    expect((await send("GET", "/runbooks", wrong)).status).toBe(401);
  });

  test("says when it was used, once a minute at most", async () => {
    const { id, secret } = await aToken("viewer", ["runbook.read"]);
    const used = async () => {
      await send("GET", "/runbooks", bearer(secret));
      return (await ctx.db.apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime();
    };
    const first = await used();
    expect(first).toBe(ctx.clock.now().getTime());
    ctx.clock.advance(0.9);
    expect(await used()).toBe(first);
    ctx.clock.advance(0.1);
    expect(await used()).toBe(ctx.clock.now().getTime());
  });

  test("needs no other scope than that of what it does", async () => {
    const { key, id } = await aDeclaredIncident(ctx.as(administrator));
    const environmentId = await anEnvironment(ctx);
    const note = await aToken("responder", ["note.add"]);
    const noted = await send(
      ...(["POST", `/incidents/${key}/notes`] as const),
      { ...json(), ...bearer(note.secret) },
      JSON.stringify({ text: "Deployed 4.2." }),
    );
    expect(noted.status).toBe(201);
    const [entry] = await readEntries(ctx, id, { limit: 1 });
    expect(entry).toMatchObject({ kind: "note.added", actor: { kind: "token", id: note.id, via: "token" } });

    const declarer = await aToken("responder", ["incident.declare"]);
    const body = JSON.stringify({ title: "Deploy failed", severity: 3, environmentId });
    const declared = await send("POST", "/incidents", { ...json(), ...bearer(declarer.secret) }, body);
    expect(declared.status).toBe(201);
    expect((await send("GET", `/incidents/${key}`, bearer(declarer.secret))).status).toBe(403);
  });
});

describe("a runbook sent from elsewhere", () => {
  const markdown = (secret: string) => ({
    ...bearer(secret),
    "content-type": "text/markdown; charset=utf-8",
  });
  const put = async (slug: string, source: string, secret: string) => {
    const answer = await send("PUT", `/runbooks/${slug}`, markdown(secret), source);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  test("is made, becomes the next version, and is nothing new with the same bytes", async () => {
    const { secret, id } = await aToken("responder", ["runbook.import"]);
    const first = "# Disk is full\n\n1. Look at `df -h`.\n";
    expect(await put("disk-full", first, secret)).toMatchObject({
      status: 201,
      body: { slug: "disk-full", number: 1, title: "Disk is full", saved: true },
    });
    expect(await put("disk-full", first, secret)).toMatchObject({ status: 200, body: { saved: false } });
    expect(await put("disk-full", `${first}2. Ask.\n`, secret)).toMatchObject({
      status: 201,
      body: { number: 2 },
    });
    const stored = await ctx.db.runbook.findUniqueOrThrow({
      where: { slug: "disk-full" },
      include: { versions: { orderBy: { number: "asc" } } },
    });
    expect(stored.publishedVersionId).toBe(stored.versions[1]?.id);
    expect(stored.versions.map(({ createdById }) => createdById)).toEqual([id, id]);
    expect(Buffer.from(stored.versions[0]?.source ?? []).toString()).toBe(first);
  });

  test("is a draft where that is asked, until the same bytes come without asking it", async () => {
    const { secret } = await aToken("responder", ["runbook.import"]);
    const published = async () =>
      (await ctx.db.runbook.findUniqueOrThrow({ where: { slug: "drafted" } })).publishedVersionId;
    const draft = await put("drafted?draft=true", "# Drafted\n\n1. Look.\n", secret);
    expect(draft).toMatchObject({ status: 201, body: { slug: "drafted", number: 1 } });
    expect(await published()).toBeNull();
    expect((await put("drafted?draft=true", "# Drafted\n\n1. Look.\n", secret)).status).toBe(200);
    expect((await put("drafted", "# Drafted\n\n1. Look.\n", secret)).status).toBe(201);
    expect(await published()).toBe(draft.body["versionId"]);
    expect((await put("drafted", "# Drafted\n\n1. Look.\n", secret)).status).toBe(200);
  });

  test("comes as JSON as well, and as nothing else", async () => {
    const { secret } = await aToken("responder", ["runbook.import"]);
    const headers = { ...bearer(secret), "content-type": "application/json" };
    const sent = await send(
      "PUT",
      "/runbooks/sent",
      headers,
      JSON.stringify({ source: "# Sent\n\n1. Look.\n" }),
    );
    expect(sent.status).toBe(201);
    const other = await send("PUT", "/runbooks/sent", { ...headers, "content-type": "text/html" }, "<p>");
    expect(other.status).toBe(400);
    expect((await put("sent", "", secret)).status).toBe(400);
  });

  test("is made once by two who send it at once", async () => {
    const { secret } = await aToken("responder", ["runbook.import"]);
    const both = await Promise.all([1, 2].map(() => put("twice", "# Twice\n\n1. Look.\n", secret)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    expect(await ctx.db.runbook.count({ where: { slug: { startsWith: "twice" } } })).toBe(1);
  });

  test("does not bring back what was archived", async () => {
    const { secret } = await aToken("responder", ["runbook.import"]);
    await put("old", "# Old\n\n1. Look.\n", secret);
    await ctx.db.runbook.update({ where: { slug: "old" }, data: { archivedAt: ctx.clock.now() } });
    expect(await put("old", "# Old\n\n1. Wait.\n", secret)).toMatchObject({
      status: 409,
      body: { detail: "This runbook is archived. Restore it first." },
    });
  });
});
