import { beforeAll, describe, expect, test, vi } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { anApplication, type AnApplication } from "@/lib/http/testing/an-application";
import { act, anEnvironment, aPerson, aService } from "@/lib/incidents/testing/factories";
import {
  accessRoles,
  type AccessRole,
  type Actor,
  type PersonActor,
  type TokenActor,
} from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { invite } from "@/lib/people/invite";
import { aRunbook } from "@/lib/runbooks/testing/a-runbook";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { aWalkedIncident, type AWalkedIncident, type Parts } from "./testing/a-walked-incident";
import { expectations, machineRoutes, type Expectation } from "./testing/route-expectations";
import { tokenScopes } from "./tokens/token.rules";

type Everybody = Record<AccessRole, PersonActor>;
type Ids = Readonly<Record<string, string | number>>;

let ctx: TestContext;
let app: AnApplication;
let parts: Parts;
let strangers: Everybody;

beforeAll(async () => {
  ctx = await testContext();
  vi.stubEnv("QUARTERDECK_OUTGOING_HOSTS", "127.0.0.1");
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
  app = anApplication(ctx);
  const { versionId } = await aRunbook(ctx);
  strangers = await oneOfEach("outside");
  parts = {
    commander: await aPerson(ctx, "responder", "Ana Ferro"),
    members: await oneOfEach("inside"),
    other: await aPerson(ctx, "responder", "Piet Bos"),
    runbookVersionId: versionId,
  };
  return () => {
    vi.unstubAllEnvs();
    return ctx.db.$disconnect();
  };
});

async function oneOfEach(where: string): Promise<Everybody> {
  const people = await Promise.all(accessRoles.map((role) => aPerson(ctx, role, `${role} ${where}`)));
  return Object.fromEntries(people.map((person) => [person.accessRole, person])) as Everybody;
}

describe("the list of expectations", () => {
  test("holds every route of the application once, and no other", () => {
    const served = new Set(
      anApplication(ctx)
        .api.routes.filter(({ method }) => method !== "ALL")
        .map(({ method, path }) => `${method} ${path.replace("/api/v1", "").replaceAll(/:(\w+)/g, "{$1}")}`),
    );
    const listed = expectations.map(([route]) => withoutQuery(route));
    const missing = [...served].filter((route) => !listed.includes(route));
    const gone = listed.filter((route) => !served.has(route));
    const hint = "say in lib/auth/testing/route-expectations.ts who may use it";
    expect(missing, `Routes that nobody wrote down: ${hint}.`).toEqual([]);
    expect(gone, "Expectations of routes that are gone.").toEqual([]);
    expect(listed).toHaveLength(new Set(listed).size);
  });
});

describe("who has not signed in", () => {
  test.each(expectations)("%s", async (route, letters, body) => {
    const [method, path] = split(route);
    const answer = await app.send(null, method, fill(path, anyIds()), { body });
    if (letters === "open") expect([401, 403, 404]).not.toContain(answer.status);
    else expect(answer.status).toBe(401);
  });
});

describe("in the console", () => {
  test.each(expectations.filter(([, letters]) => /^[.F]{4}$/.test(letters)))("%s", async (...expectation) => {
    const [route, letters] = expectation;
    const ids = await idsFor(route);
    expect(await walk(expectation, ids, Object.values(strangers))).toBe(letters);
  });
});

describe("in an incident", () => {
  test.each(expectations.filter(([, letters]) => letters.length > 4))("%s", async (...expectation) => {
    const [, letters, , resolved] = expectation;
    const found: string[] = [];
    const members = accessRoles.map((role) => parts.members[role]);
    const outside = accessRoles.map((role) => strangers[role]);
    const forEveryone = await aWorld("everyone", resolved);
    const forMembers = await aWorld("members", resolved);
    // The commander comes first: others may end the incident or take command.
    const commander = await walk(expectation, forMembers, [parts.commander]);
    for (const world of [forEveryone, forMembers]) {
      found.push(await walk(expectation, world, members), await walk(expectation, world, outside));
    }
    expect([...found, commander].join(" ")).toBe(letters);
  });
});

describe("what spans incidents", () => {
  test.each(["/incidents", "/incidents.csv", "/reviews"])(
    "%s leaves out what one may not see",
    async (path) => {
      const hidden = await aWorld("members", "resolved");
      const shown = await aWorld("everyone", "resolved");
      const sees = async (actor: PersonActor) => {
        const text = await (
          await app.send(actor, "GET", `${path}${path === "/reviews" ? "" : "?status=resolved"}`)
        ).text();
        return [text.includes(shown.key), new RegExp(`${hidden.key}\\b`).test(text)];
      };
      expect(await sees(strangers.viewer)).toEqual([true, false]);
      expect(await sees(strangers.manager)).toEqual([true, false]);
      expect(await sees(strangers.administrator)).toEqual([true, true]);
      expect(await sees(parts.members.viewer)).toEqual([true, true]);
    },
  );

  test("an incident that one may not see answers as one that is not there", async () => {
    const hidden = await aWorld("members");
    for (const [method, path, body] of [
      ["GET", "", undefined],
      ["POST", "/notes", { text: "Seen." }],
      ["PUT", "/acknowledgement", undefined],
    ] as const) {
      const words = async (key: string) => {
        const answer = await app.send(strangers.manager, method, `/incidents/${key}${path}`, { body });
        const { requestId: _, ...rest } = (await answer.json()) as Record<string, unknown>;
        return JSON.stringify(rest).replaceAll(key, "KEY");
      };
      expect(await words(hidden.key)).toBe(await words("INC-999999"));
    }
  });
});

// Last: it makes many incidents, and lists show so many.
describe("a machine", () => {
  const routes = expectations.filter(([, letters]) => letters !== "open");
  const aToken = (accessRole: AccessRole, scopes: readonly string[]): TokenActor => ({
    ...{ kind: "token", id: newId(), accessRole, via: "token" },
    scopes,
  });
  const worldFor = ([route, letters, , resolved]: Expectation) =>
    letters.length > 4 ? aWorld("everyone", resolved) : idsFor(route);

  test.each(routes)("without scopes: %s", async (...expectation) => {
    const [letter] = await walk(expectation, await worldFor(expectation), [aToken("administrator", [])]);
    expect(letter).toBe("F");
  });

  test.each(routes)("with every scope: %s", async (...expectation) => {
    const [route, letters] = expectation;
    const machines = accessRoles.map((role) => aToken(role, tokenScopes));
    const found = await walk(expectation, await worldFor(expectation), machines);
    // What a person of this access role may do who takes no part, or nothing.
    const people = letters.length > 4 ? letters.split(" ")[1] : letters;
    expect(found).toBe(machineRoutes.includes(route) ? people : "FFFF");
  });

  test("sees an incident of members as little as anybody else", async () => {
    const hidden = await aWorld("members");
    for (const role of accessRoles) {
      const answer = await app.send(aToken(role, tokenScopes), "GET", `/incidents/${hidden.key}`);
      expect(answer.status).toBe(role === "administrator" ? 200 : 404);
    }
  });

  test("is offered no route that is not there", () => {
    const known = expectations.map(([route]) => route);
    expect(machineRoutes.filter((route) => !known.includes(route))).toEqual([]);
  });
});

/** The letters of these people's answers. */
async function walk([route, , body]: Expectation, ids: Ids | AWalkedIncident, people: Actor[]) {
  const [method, path] = split(route);
  let letters = "";
  for (const person of people) {
    ctx.clock.advance(0.01);
    const inMinutes = (minutes: number) =>
      new Date(ctx.clock.now().getTime() + minutes * 60_000).toISOString();
    const times = { past: inMinutes(-1), soon: inMinutes(20) };
    const all = { ...ids, ...times, runbookVersionId: parts.runbookVersionId };
    // What the one before has removed is there for the next.
    await ctx.db.webhook.updateMany({ data: { removedAt: null } });
    const sent =
      body instanceof Uint8Array
        ? { raw: body, headers: { "content-type": "image/png" } }
        : { body: filled(body, all) };
    const answer = await app.send(person, method, fill(path, all), sent);
    letters += letterOf(answer.status);
    if (!".FN".includes(letters.at(-1) ?? "")) letters += `(${answer.status} ${await answer.text()})`;
  }
  return letters;
}

function letterOf(status: number): string {
  if (status === 403) return "F";
  if (status === 404) return "N";
  return status < 400 || status === 409 ? "." : "?";
}

function aWorld(visibility: "everyone" | "members", resolved?: "resolved"): Promise<AWalkedIncident> {
  return aWalkedIncident(ctx, parts, visibility, resolved === "resolved");
}

/** What a route of the console speaks of, new for each. */
async function idsFor(route: string): Promise<Ids> {
  const environmentId = await anEnvironment(ctx, `environment ${newId()}`);
  const { slug } = await ctx.db.runbook.findFirstOrThrow({ orderBy: { id: "asc" } });
  const webhook = {
    id: newId(),
    name: "#all",
    url: `https://chat.example.org/${newId()}`,
    createdAt: ctx.clock.now(),
  };
  await ctx.db.webhook.create({ data: webhook });
  const tokenId = newId();
  await ctx.db.apiToken.create({
    data: {
      ...{ id: tokenId, name: "deploys", tokenHash: tokenId, ending: "abcd", accessRole: "viewer" },
      ...{ createdAt: ctx.clock.now(), expiresAt: ctx.clock.now() },
    },
  });
  const targetId = newId();
  const target = { name: `target ${targetId}`, kind: "http", baseUrl: "http://127.0.0.1:9/" } as const;
  await ctx.db.checkTarget.create({ data: { id: targetId, ...target, createdAt: ctx.clock.now() } });
  return {
    environmentId,
    slug,
    number: 1,
    tokenId,
    targetId,
    webhookId: webhook.id,
    id: await idIn(route, environmentId),
  };
}

async function idIn(route: string, environmentId: string): Promise<string> {
  if (route.includes("/people/")) return (await aPerson(ctx, "responder")).id;
  if (route.includes("/services/")) return aService(ctx, `service ${newId()}`);
  if (route.includes("/environments/")) return environmentId;
  if (route.includes("/runbook-versions/")) return parts.runbookVersionId;
  if (!route.includes("/invitations/")) return newId();
  const email = `${newId()}@example.org`;
  return (await act(ctx, invite, { email, name: null, accessRole: "viewer" })).id;
}

/** Ids of nothing, for who should not get that far. */
function anyIds(): Ids {
  const names = [
    "id",
    "personId",
    "itemId",
    "checklistId",
    "timeBoxId",
    "imageId",
    "criterionId",
    "followUpId",
    "webhookId",
    "tokenId",
    "targetId",
    "deliveryId",
    "runbookId",
  ];
  return {
    ...Object.fromEntries(names.map((name) => [name, newId()])),
    key: "INC-1",
    seq: 1,
    number: 1,
    slug: "a",
  };
}

function split(route: string): [method: string, path: string] {
  const [method = "", path = ""] = route.split(" ");
  return [method, path];
}

function withoutQuery(route: string): string {
  return route.split("?")[0] ?? "";
}

function fill(path: string, ids: object): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String((ids as Ids)[name]));
}

/** Puts ids where a body says `$name`. */
function filled(body: object | undefined, ids: object): unknown {
  const text = JSON.stringify(body ?? {});
  return JSON.parse(text.replaceAll(/\$(\w+)/g, (_, name: string) => String((ids as Ids)[name])));
}
