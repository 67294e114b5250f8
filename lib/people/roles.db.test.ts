import { beforeEach, describe, expect, test } from "vitest";
import { holdResponder } from "@/lib/auth/lock-person";
import { act, anAccount, auditKinds, outcomes, type AnAccount } from "@/lib/auth/testing/accounts";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { aDeclaredIncident } from "@/lib/incidents/testing/factories";
import { changeAccessRole } from "./change-access-role";
import { deactivate } from "./deactivate";
import { reactivate } from "./reactivate";

const ctx: TestContext = await testContext();
let olu: AnAccount;
let ines: AnAccount;

beforeEach(async () => {
  await ctx.db.$executeRaw`TRUNCATE people, incidents CASCADE`;
  olu = await anAccount(ctx, "administrator", { name: "Olu Adebayo" });
  ines = await anAccount(ctx, "administrator");
});

const person = ({ id }: AnAccount) => ctx.db.person.findUniqueOrThrow({ where: { id } });
const demote = ({ id }: AnAccount, by: AnAccount) =>
  act(ctx.as(by.actor), changeAccessRole, { id, accessRole: "manager" });
const close = ({ id }: AnAccount, by: AnAccount) => act(ctx.as(by.actor), deactivate, { id });

describe("an access role", () => {
  test("is changed with its entry, and the person's sessions end", async () => {
    await demote(ines, olu);
    expect(await person(ines)).toMatchObject({ accessRole: "manager", sessionVersion: 2 });
    expect((await auditKinds(ctx)).at(-1)).toBe("person.access_role_changed");
  });

  test("that stays the same changes nothing", async () => {
    await act(ctx.as(olu.actor), changeAccessRole, { id: ines.id, accessRole: "administrator" });
    expect(await person(ines)).toMatchObject({ sessionVersion: 1 });
  });

  test("is for administrators to change", async () => {
    const manager = await anAccount(ctx, "manager");
    await expect(demote(ines, manager)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the last administrator", () => {
  test("is neither demoted nor deactivated", async () => {
    await demote(ines, olu);
    await expect(demote(olu, olu)).rejects.toMatchObject({ code: "conflict" });
    await expect(close(olu, olu)).rejects.toThrow(/last administrator/);
  });

  test("stays when two administrators demote each other at once", async () => {
    expect(await outcomes([demote(ines, olu), demote(olu, ines)])).toEqual(["conflict", "done"]);
  });

  test("stays when one is demoted while the other is deactivated", async () => {
    expect(await outcomes([close(ines, olu), demote(olu, ines)])).toEqual(["conflict", "done"]);
  });

  test("is counted without deactivated ones", async () => {
    await close(ines, olu);
    await expect(demote(olu, olu)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("deactivating", () => {
  test("ends sessions and is undone by reactivating, which leaves them ended", async () => {
    await close(ines, olu);
    expect(await person(ines)).toMatchObject({ deactivatedAt: expect.any(Date), sessionVersion: 2 });
    await act(ctx.as(olu.actor), reactivate, { id: ines.id });
    expect(await person(ines)).toMatchObject({ deactivatedAt: null, sessionVersion: 2 });
  });

  test("somebody in command is refused and names the incidents; so is making them a viewer", async () => {
    const { key } = await aDeclaredIncident(ctx.as(ines.actor), { commanderId: ines.id });
    await expect(close(ines, olu)).rejects.toMatchObject({
      code: "conflict",
      details: { incidents: [{ key, title: expect.any(String) }] },
    });
    const asViewer = act(ctx.as(olu.actor), changeAccessRole, { id: ines.id, accessRole: "viewer" });
    await expect(asViewer).rejects.toThrow(new RegExp(`command of ${key}`));
  });

  test("is possible once the incident is over", async () => {
    const { id } = await aDeclaredIncident(ctx.as(ines.actor), { commanderId: ines.id });
    await ctx.db.incident.update({ where: { id }, data: { status: "resolved" } });
    await expect(close(ines, olu)).resolves.toEqual({ done: true });
  });

  test("at the moment of being given command: one of the two is refused", async () => {
    const { id } = await aDeclaredIncident(ctx.as(olu.actor));
    const giveCommand = act(
      ctx,
      async (tx, personId: string) => {
        await holdResponder(tx, personId);
        await tx.db.incident.update({ where: { id }, data: { commanderId: personId }, select: { id: true } });
      },
      ines.id,
    );
    const ended = await outcomes([close(ines, olu), giveCommand]);
    expect(ended).toContain("done");
    expect(ended).toHaveLength(2);
    const { deactivatedAt } = await person(ines);
    const { commanderId } = await ctx.db.incident.findUniqueOrThrow({ where: { id } });
    expect(deactivatedAt !== null && commanderId === ines.id).toBe(false);
  });
});
