import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { anApplication, type AnApplication } from "@/lib/http/testing/an-application";
import { anEnvironment, aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";

let ctx: TestContext;
let app: AnApplication;
let ines: PersonActor;
let incident: object;

beforeAll(async () => {
  ctx = await testContext();
  app = anApplication(ctx);
  return () => ctx.db.$disconnect();
});

beforeEach(async () => {
  ines = await aPerson(ctx, "responder", "Ines Duarte");
  incident = { title: `Orders ${newId()}`, severity: 2, environmentId: await anEnvironment(ctx) };
});

function declare(key: string | null, body: object = incident, actor = ines): Promise<Response> {
  return app.send(actor, "POST", "/incidents", { body, headers: { "idempotency-key": key } });
}

async function keysDeclared(): Promise<string[]> {
  const rows = await ctx.db.incident.findMany({ where: { declaredById: ines.id }, select: { key: true } });
  return rows.map(({ key }) => key);
}

describe("a write's Idempotency-Key", () => {
  test.each([null, "", "42", "not-a-uuid-at-all"])("%j is refused, and nothing is done", async (key) => {
    const answer = await declare(key);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: "invalid",
      detail: expect.stringContaining("Idempotency-Key"),
    });
    expect(await keysDeclared()).toEqual([]);
  });

  test("gives a retry the first answer, whatever the case of its letters", async () => {
    const key = newId();
    const first = await declare(key);
    expect(first.status).toBe(201);
    const again = await declare(key.toUpperCase());
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(await first.json());
    expect(await keysDeclared()).toHaveLength(1);
  });

  test("makes one incident of eight requests at once, and leaves no gap in the numbers", async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => declare(key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const [first, ...rest] = await Promise.all(answers.map((answer) => answer.json() as Promise<unknown>));
    for (const body of rest) expect(body).toEqual(first);
    const [only, ...others] = await keysDeclared();
    expect(others).toEqual([]);
    const next = (await (await declare(newId())).json()) as { key: string };
    expect(numberOf(next.key)).toBe(numberOf(only) + 1);
  });

  test("with another body, or at another address, is refused", async () => {
    const key = newId();
    await declare(key);
    const other = await declare(key, { ...incident, title: "Something else" });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "key_reused" });
    const headers = { "idempotency-key": key };
    const elsewhere = await app.send(ines, "PATCH", "/me", { body: { sound: true }, headers });
    expect(elsewhere.status).toBe(422);
    expect(await keysDeclared()).toHaveLength(1);
  });

  test("counts for one person only", async () => {
    const key = newId();
    const piet = await aPerson(ctx, "responder", "Piet Bos");
    const [hers, his] = await Promise.all([declare(key), declare(key, incident, piet)]);
    expect([hers.status, his.status]).toEqual([201, 201]);
    expect(await hers.json()).not.toEqual(await his.json());
  });

  test("is free again when the write was refused", async () => {
    const key = newId();
    expect((await declare(key, { ...incident, environmentId: newId() })).status).toBe(400);
    expect((await declare(key)).status).toBe(201);
  });
});

describe("an answer that holds a secret", () => {
  test("is told once and not stored", async () => {
    const administrator = await aPerson(ctx, "administrator", "Ada Okoye");
    const path = `/people/${ines.id}/password-reset-links`;
    const headers = { "idempotency-key": newId() };
    const { url } = (await (await app.send(administrator, "POST", path, { headers })).json()) as {
      url: string;
    };
    const token = url.split("/").at(-1) ?? "";
    expect(token.length).toBeGreaterThan(40);

    const again = await app.send(administrator, "POST", path, { headers });
    expect(again.status).toBe(409);
    expect(await again.text()).not.toContain(token);
    expect(JSON.stringify(await ctx.db.idempotentResult.findMany())).not.toContain(token);
    expect(await ctx.db.oneTimeLink.count({ where: { personId: ines.id, withdrawnAt: null } })).toBe(1);
  });
});

function numberOf(key = ""): number {
  return Number(key.split("-")[1]);
}
