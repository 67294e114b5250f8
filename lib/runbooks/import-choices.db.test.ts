import { beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { canonical, sha256 } from "@/lib/timeline/hash.rules";
import { importRunbook } from "./import-runbook";
import type { Choice, RoleChoice } from "./parse/choices";
import { previewRunbook } from "./preview-runbook";
import { readRunbook } from "./queries";

const SOURCE = "# Disk fills up\n\nFacts:\n\n- the disk is full\n- the queue is long\n";
const role = (line: number, as: RoleChoice["as"] = "step"): Choice => ({ kind: "role", line, as });

describe("what a person changed about a reading", () => {
  let ctx: TestContext;

  beforeEach(async () => {
    ctx = await testContext();
    await ctx.db.$executeRaw`TRUNCATE runbooks CASCADE`;
  });

  const first = () => act(ctx, importRunbook, { source: SOURCE, fileName: "disk.md", choices: [role(5)] });
  const steps = async () =>
    (await readRunbook(ctx, "disk")).parsed?.sections[0]?.items.flatMap((item) =>
      item.type === "step" ? item.text : [],
    );
  const lastImport = async () => {
    const entry = await ctx.db.timelineEntry.findFirstOrThrow({
      where: { kind: "runbook.imported" },
      orderBy: { seq: "desc" },
    });
    return { version: entry.version, data: JSON.parse(entry.data) as object };
  };

  it("is kept beside the version, makes its checklist, and stands on the audit log as count and digest", async () => {
    await first();
    expect(await steps()).toEqual(["the disk is full"]);
    expect((await readRunbook(ctx, "disk")).choices).toEqual([role(5)]);
    const choices = { count: 1, sha256: sha256(canonical([role(5)])) };
    expect(await lastImport()).toMatchObject({ version: 2, data: { number: 1, choices } });
  });

  it("gives a new version of the same bytes; the same once more changes nothing", async () => {
    const { runbookId, versionId } = await first();
    const again = { source: SOURCE, runbookId };
    const same = { saved: false, number: 1, versionId };
    expect(await act(ctx, importRunbook, { ...again, choices: [role(5, "note"), role(5)] })).toMatchObject(
      same,
    );
    expect(await act(ctx, importRunbook, again)).toMatchObject({ ...same, carried: 1, lost: 0 });
    const changed = { saved: true, number: 2, carried: 0 };
    expect(await act(ctx, importRunbook, { ...again, choices: [] })).toMatchObject(changed);
    expect(await steps()).toEqual([]);
    expect(await lastImport()).toMatchObject({ data: { number: 2, choices: null } });
  });

  it("goes into the next version of a file with its piece, and it is said how many did and did not", async () => {
    const { runbookId } = await first();
    await act(ctx, importRunbook, { source: SOURCE, runbookId, choices: [role(5), role(6)] });
    const source = SOURCE.replace("Facts:", "Written down.\n\nFacts:").replace("queue", "line");
    const imported = await act(ctx, importRunbook, { source, runbookId });
    expect(imported).toMatchObject({ saved: true, number: 3, carried: 1, lost: 1 });
    expect((await readRunbook(ctx, "disk")).choices).toEqual([role(7)]);
    expect(await steps()).toEqual(["the disk is full"]);
  });

  it("can be changed without sending the bytes, which stay as they were", async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from(SOURCE), 0xff]);
    const file = { sourceBase64: bytes.toString("base64"), fileName: "disk.md" };
    const { runbookId, versionId } = await act(ctx, importRunbook, file);
    const input = { sourceOf: versionId, runbookId, fileName: "disk.md", choices: [role(5)] };
    expect((await previewRunbook(ctx, input)).parsed.lines.total).toBe(5);
    const imported = await act(ctx, importRunbook, input);
    const version = await ctx.db.runbookVersion.findUniqueOrThrow({ where: { id: imported.versionId } });
    expect(Buffer.from(version.source)).toEqual(bytes);
    const nowhere = "00000000-0000-4000-8000-000000000000";
    await expect(act(ctx, importRunbook, { sourceOf: nowhere })).rejects.toMatchObject({ code: "not_found" });
  });

  it("says in the preview when the library has a runbook of that title", async () => {
    const { namesake: none } = await previewRunbook(ctx, { source: SOURCE });
    const { runbookId, versionId } = await first();
    const { namesake } = await previewRunbook(ctx, { source: SOURCE.replace("Disk", "DISK") });
    const known = { id: runbookId, slug: "disk", title: "Disk fills up", publishedVersionId: versionId };
    expect([none, namesake]).toEqual([null, { ...known, kept: false }]);
    const sourceId = newId();
    await ctx.db.runbookSource.create({
      data: { id: sourceId, name: "ops", location: "/ops", createdAt: ctx.clock.now() },
    });
    await ctx.db.runbook.update({ where: { id: runbookId }, data: { sourceId } });
    expect((await previewRunbook(ctx, { source: SOURCE })).namesake).toMatchObject({ kept: true });
    await ctx.db.runbook.update({ where: { id: runbookId }, data: { archivedAt: ctx.clock.now() } });
    expect((await previewRunbook(ctx, { source: SOURCE })).namesake).toBeNull();
  });

  it("is previewed, and follows the text that is edited", async () => {
    const before = { source: SOURCE, choices: [role(5), role(6)] };
    const source = SOURCE.replace("- the disk is full", "- the disk fills");
    expect(await previewRunbook(ctx, { source, before })).toMatchObject({
      choices: [role(6)],
      lost: [{ choice: role(5), text: "- the disk is full" }],
    });
    const viewer = ctx.as(await aPerson(ctx, "viewer"));
    await expect(previewRunbook(viewer, { source })).rejects.toMatchObject({ code: "forbidden" });
  });
});
