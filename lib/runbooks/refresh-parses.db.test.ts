import { beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act } from "@/lib/incidents/testing/factories";
import { importRunbook, type Imported } from "./import-runbook";
import { PARSER_VERSION } from "./parse/version";
import { readPinned } from "./queries";
import { refreshParses } from "./refresh-parses";

const SOURCE = "# Disk fills up\n\nFacts:\n\n- the disk is full\n- the queue is long\n";

describe("after an upgrade of the parser", () => {
  let ctx: TestContext;
  let imported: Imported;

  beforeEach(async () => {
    ctx = await testContext();
    await ctx.db.$executeRaw`TRUNCATE runbooks CASCADE`;
    const choices = [{ kind: "role" as const, line: 5, as: "step" as const }];
    imported = await act(ctx, importRunbook, { source: SOURCE, fileName: "disk.md", choices });
    await ctx.db.$executeRaw`
      UPDATE runbook_parses SET parser_version = ${PARSER_VERSION - 1}, parsed = '{"old": true}'`;
    await ctx.db.$executeRaw`UPDATE runbooks SET search_text = '', match_words = '{}'`;
  });

  const parses = () =>
    ctx.db.runbookParse.findMany({ orderBy: { parserVersion: "asc" }, select: { parserVersion: true } });

  it("published versions are read again with what was chosen, and the parse that checklists pin stays", async () => {
    expect(await refreshParses(ctx)).toBe(1);
    expect(await parses()).toEqual([
      { parserVersion: PARSER_VERSION - 1 },
      { parserVersion: PARSER_VERSION },
    ]);
    const { parserVersion, sections } = await readPinned(ctx, imported.versionId);
    expect(parserVersion).toBe(PARSER_VERSION);
    expect(sections[0]?.items.filter(({ type }) => type === "step")).toMatchObject([
      { text: "the disk is full" },
    ]);
  });

  it("they are found by what was read now", async () => {
    await refreshParses(ctx);
    expect(await ctx.db.runbook.findFirst()).toMatchObject({
      searchText: expect.stringContaining("the disk is full") as string,
      matchWords: expect.arrayContaining(["disk"]) as string[],
    });
  });

  it("it is done once, by however many instances start", async () => {
    const counts = await Promise.all([refreshParses(ctx), refreshParses(ctx)]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await refreshParses(ctx)).toBe(0);
  });

  it("what a newer parser has read already, and versions of the past, are left alone", async () => {
    await act(ctx, importRunbook, { source: `${SOURCE}\nMore.\n`, runbookId: imported.runbookId });
    expect(await refreshParses(ctx)).toBe(0);
    await ctx.db.$executeRaw`UPDATE runbook_parses SET parser_version = ${PARSER_VERSION + 1}
      WHERE parser_version = ${PARSER_VERSION}`;
    expect(await refreshParses(ctx)).toBe(0);
  });

  it("it breaks off when the console stops", async () => {
    expect(await refreshParses(ctx, () => true)).toBe(0);
    expect(await parses()).toHaveLength(1);
  });
});
