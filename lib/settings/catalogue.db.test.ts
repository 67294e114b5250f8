import { beforeEach, describe, expect, test } from "vitest";
import { act, anAccount, auditKinds, outcomes } from "@/lib/auth/testing/accounts";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { addToCatalogue } from "./add-to-catalogue";
import { archiveInCatalogue } from "./archive-in-catalogue";
import { readCatalogue } from "./catalogue";
import { renameInCatalogue } from "./rename-in-catalogue";
import { restoreInCatalogue } from "./restore-in-catalogue";

const ctx: TestContext = await testContext();
const service = { kind: "service" } as const;
const environment = { kind: "environment" } as const;

beforeEach(async () => {
  await ctx.db.$executeRaw`TRUNCATE environments, services CASCADE`;
});

describe.each([service, environment])("an item of kind $kind", (kind) => {
  test("is added, renamed, archived and restored, each with its entry", async () => {
    const { id } = await act(ctx, addToCatalogue, { ...kind, name: "First" });
    await act(ctx, addToCatalogue, { ...kind, name: "Second" });
    expect(await act(ctx, renameInCatalogue, { ...kind, id, name: "third" })).toMatchObject({
      name: "third",
    });
    expect(await act(ctx, archiveInCatalogue, { ...kind, id })).toMatchObject({ archived: true });
    expect(await act(ctx, restoreInCatalogue, { ...kind, id })).toMatchObject({ archived: false });
    expect((await auditKinds(ctx)).slice(-5)).toEqual(
      ["added", "added", "renamed", "archived", "restored"].map((what) => `${kind.kind}.${what}`),
    );
  });

  test("cannot take a name that is there in another case, archived or not", async () => {
    const { id } = await act(ctx, addToCatalogue, { ...kind, name: "Harbour" });
    await act(ctx, addToCatalogue, { ...kind, name: "Quay" });
    await expect(act(ctx, addToCatalogue, { ...kind, name: "harbour" })).rejects.toMatchObject({
      code: "conflict",
    });
    await act(ctx, archiveInCatalogue, { ...kind, id });
    await expect(act(ctx, addToCatalogue, { ...kind, name: "harbour" })).rejects.toThrow(/restore it/);
  });

  test("may have a name that only looks like another one as a pattern", async () => {
    await act(ctx, addToCatalogue, { ...kind, name: "orders-db" });
    expect(await act(ctx, addToCatalogue, { ...kind, name: "orders_db" })).toMatchObject({
      name: "orders_db",
    });
  });

  test("added twice at once is added once", async () => {
    const add = () => act(ctx, addToCatalogue, { ...kind, name: "Harbour" });
    expect(await outcomes([add(), add()])).toEqual(["conflict", "done"]);
  });

  test("may change the case of its own name", async () => {
    const { id } = await act(ctx, addToCatalogue, { ...kind, name: "harbour" });
    expect(await act(ctx, renameInCatalogue, { ...kind, id, name: "Harbour" })).toMatchObject({
      name: "Harbour",
    });
  });

  test("is for administrators to change", async () => {
    const manager = await anAccount(ctx, "manager");
    await expect(act(ctx.as(manager.actor), addToCatalogue, { ...kind, name: "Mine" })).rejects.toMatchObject(
      {
        code: "forbidden",
      },
    );
  });
});

test("two environments archived at once leave one to declare on", async () => {
  const [a, b] = [
    await act(ctx, addToCatalogue, { ...environment, name: "production" }),
    await act(ctx, addToCatalogue, { ...environment, name: "staging" }),
  ];
  const archive = ({ id }: { id: string }) => act(ctx, archiveInCatalogue, { ...environment, id });
  expect(await outcomes([archive(a), archive(b)])).toEqual(["conflict", "done"]);
});

test("the catalogue lists environments in their order, archived ones last", async () => {
  for (const name of ["production", "staging", "lab"])
    await act(ctx, addToCatalogue, { ...environment, name });
  const { environments } = await readCatalogue(ctx);
  await act(ctx, archiveInCatalogue, { ...environment, id: environments[0]?.id ?? "" });
  const names = (await readCatalogue(ctx)).environments.map(({ name }) => name);
  expect(names).toEqual(["staging", "lab", "production"]);
});
