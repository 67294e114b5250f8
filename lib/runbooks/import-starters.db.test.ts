import { readdirSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson } from "@/lib/incidents/testing/factories";
import { setArchived } from "./archive";
import { importRunbook } from "./import-runbook";
import { importStarters } from "./import-starters";

const files = readdirSync("prisma/seed/runbooks");

describe("the starter runbooks", () => {
  let ctx: TestContext;

  beforeEach(async () => {
    ctx = await testContext();
    await ctx.db.$executeRaw`TRUNCATE runbooks CASCADE`;
  });

  it("come into an empty library at once, byte for byte, in the name of who asked", async () => {
    const responder = await aPerson(ctx, "responder");
    expect(await act(ctx.as(responder), importStarters, undefined)).toEqual({ added: files.length });
    const versions = await ctx.db.runbookVersion.findMany();
    expect(versions.map(({ fileName }) => fileName).sort()).toEqual(files.toSorted());
    expect(new Set(versions.map((version) => version.createdById))).toEqual(new Set([responder.id]));
  });

  it("leave alone what is there already, archived or not", async () => {
    const manager = await aPerson(ctx, "manager");
    const [first = ""] = files;
    await act(ctx, importRunbook, { source: "# Ours\n\n1. Do it.\n", fileName: first });
    const { slug } = await ctx.db.runbook.findFirstOrThrow();
    await act(ctx.as(manager), setArchived, { slug, archived: true });
    expect(await act(ctx.as(manager), importStarters, undefined)).toEqual({ added: files.length - 1 });
    expect(await ctx.db.runbook.findUnique({ where: { slug } })).toMatchObject({
      title: "Ours",
      archivedAt: expect.any(Date) as Date,
    });
    expect(await act(ctx.as(manager), importStarters, undefined)).toEqual({ added: 0 });
  });

  it("are not for viewers", async () => {
    const viewer = await aPerson(ctx, "viewer");
    await expect(act(ctx.as(viewer), importStarters, undefined)).rejects.toMatchObject({ code: "forbidden" });
  });
});
