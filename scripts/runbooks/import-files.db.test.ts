import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { findMarkdown } from "./find-markdown";
import { importFiles } from "./import-files";
import { importNames } from "./import-names";

describe("importing a folder", () => {
  let ctx: TestContext;
  let folder: string;

  beforeEach(async () => {
    ctx = await testContext();
    await ctx.db.$executeRaw`TRUNCATE runbooks CASCADE`;
    folder = mkdtempSync(path.join(tmpdir(), "quarterdeck-import-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, source: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), source);
  };
  const run = async () => {
    const results = await importFiles(ctx, importNames(findMarkdown([folder]), [folder]), [folder], () => {});
    return results.map(({ outcome }) => outcome);
  };

  it("keeps files whose names give one slug apart, also the next time", async () => {
    write("disk-full/README.md", "# One\n\n1. Look.\n");
    write("disk_full/README.md", "# Two\n\n1. Look.\n");
    expect(await run()).toEqual(["saved", "saved"]);
    expect(await run()).toEqual(["nothing new", "nothing new"]);
    write("disk_full/README.md", "# Two, better\n\n1. Look.\n");
    expect(await run()).toEqual(["nothing new", "saved"]);
    const rows = await ctx.db.runbook.findMany({ orderBy: { sourcePath: "asc" } });
    expect(rows.map(({ title }) => title).sort()).toEqual(["One", "Two, better"]);
  });

  it("leaves alone what was archived in the console", async () => {
    write("look.md", "# Look\n\n1. Look.\n");
    await run();
    await ctx.db.runbook.updateMany({ data: { archivedAt: ctx.clock.now() } });
    write("look.md", "# Look\n\n1. Look again.\n");
    expect(await run()).toEqual(["archived: left as it is"]);
    expect(await ctx.db.runbookVersion.count()).toBe(1);
  });

  it("says of an empty file that it is, and imports the others", async () => {
    write("empty.md", "");
    write("look.md", "# Look\n\n1. Look.\n");
    expect(await run()).toEqual(["empty: nothing to import", "saved"]);
  });
});
