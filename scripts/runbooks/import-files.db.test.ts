import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { readRunbook } from "@/lib/runbooks/queries";
import type { SaveInput } from "@/lib/runbooks/schemas";
import { publishVersion } from "@/lib/runbooks/versions/publish-version";
import { listVersions } from "@/lib/runbooks/versions/read-versions";
import { saveVersion } from "@/lib/runbooks/versions/save-version";
import { writeRunbook } from "@/lib/runbooks/versions/write-runbook";
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
  const run = async (overwrite = false) => {
    const files = importNames(findMarkdown([folder]), [folder]);
    const results = await importFiles(ctx, files, [folder], () => {}, overwrite);
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

  it("makes one runbook of a file when it is imported twice at once", async () => {
    write("look.md", "# Look\n\n1. Look.\n");
    expect((await Promise.all([run(), run()])).flat().sort()).toEqual(["nothing new", "saved"]);
    expect(await ctx.db.runbook.count()).toBe(1);
  });

  it("goes on what was imported from a path, also when a synced folder has that path", async () => {
    const ops = { id: newId(), name: newId(), location: "/srv/ops", createdAt: ctx.clock.now() };
    await ctx.db.runbookSource.create({ data: ops });
    const { runbookId } = await act(ctx, importRunbook, { source: "# Other\n\n1. Wait.\n" });
    const kept = { sourceId: ops.id, sourcePath: "look.md" };
    await ctx.db.runbook.update({ where: { id: runbookId }, data: kept });
    const file = { fileName: "look.md", sourcePath: "look.md" };
    await act(ctx, importRunbook, { source: "# Look\n\n1. Look.\n", ...file });
    write("look.md", "# Look\n\n1. Look twice.\n");
    expect(await run()).toEqual(["saved"]);
  });

  it("leaves alone what was archived in the console", async () => {
    write("look.md", "# Look\n\n1. Look.\n");
    await run();
    await ctx.db.runbook.updateMany({ data: { archivedAt: ctx.clock.now() } });
    write("look.md", "# Look\n\n1. Look again.\n");
    expect(await run()).toEqual(["archived: left as it is"]);
    expect(await ctx.db.runbookVersion.count()).toBe(1);
  });

  describe("over what somebody made in the console", () => {
    const versions = async () => (await listVersions(ctx, "look")).versions;
    const published = async () => (await readRunbook(ctx, "look")).source;

    beforeEach(async () => {
      write("look.md", "# Look\n\n1. Look.\n");
      await run();
    });

    const byHand = async (source: string, more: Partial<SaveInput> = {}) => {
      const ana = ctx.as(await aPerson(ctx, "responder", "Ana Ferro"));
      const [{ id: basedOn } = { id: "" }] = await versions();
      return act(ana, saveVersion, { slug: "look", source, why: "Better", publish: true, basedOn, ...more });
    };

    it("waits as a draft, says by whom the other was made, and does so each time", async () => {
      await byHand("# Look\n\n1. Look twice.\n");
      write("look.md", "# Look\n\n1. Look, then wait.\n");
      const why = "version 2 was made in the console by Ana Ferro";
      expect(await run()).toEqual([`waits as draft 3: ${why}`]);
      expect(await run()).toEqual([`draft 3 still waits: ${why}`]);
      expect(await published()).toContain("Look twice");
      expect(await versions()).toMatchObject([
        { state: "draft", why: "Held back by the import: version 2 was made in the console." },
        { state: "published" },
        { state: "earlier" },
      ]);
    });

    it("still waits, once, when somebody saves above the draft without publishing it", async () => {
      await byHand("# Look\n\n1. Look twice.\n");
      write("look.md", "# Look\n\n1. Look, then wait.\n");
      await run();
      await byHand("# Look\n\n1. Look twice, then wait.\n", { publish: false });
      expect(await run()).toEqual(["draft 3 still waits: version 2 was made in the console by Ana Ferro"]);
      expect(await versions()).toHaveLength(4);
    });

    it("waits each time while nothing is published but what they wrote", async () => {
      const ana = ctx.as(await aPerson(ctx, "responder", "Ana Ferro"));
      await act(ana, writeRunbook, { source: "# Wait\n\n1. Wait.\n", why: null, publish: false });
      write("wait.md", "# Wait\n\n1. Do not wait.\n");
      const why = "version 1 was made in the console by Ana Ferro";
      expect(await run()).toEqual(["nothing new", `waits as draft 2: ${why}`]);
      expect(await run()).toEqual(["nothing new", `draft 2 still waits: ${why}`]);
    });

    it("is known by its path while it waits, also when another file gets its name", async () => {
      const ana = ctx.as(await aPerson(ctx, "responder", "Ana Ferro"));
      await act(ana, writeRunbook, { source: "# Wait\n\n1. Wait.\n", why: null, publish: true });
      write("db/wait.md", "# Wait\n\n1. Do not wait.\n");
      await run();
      write("web/wait.md", "# Wait\n\n1. Wait for the web.\n");
      expect(await run()).toEqual([
        "draft 2 still waits: version 1 was made in the console by Ana Ferro",
        ...["nothing new", "saved"],
      ]);
    });

    it("is left as it is while the file is the one from which they went on", async () => {
      await byHand("# Look\n\n1. Look twice.\n");
      expect(await run()).toEqual(["left as it is: version 2 was made in the console by Ana Ferro"]);
      expect(await versions()).toHaveLength(2);
    });

    it("is published when it is asked for, and the version says over what", async () => {
      await byHand("# Look\n\n1. Look twice.\n");
      expect(await run(true)).toEqual(["saved over version 2, made in the console by Ana Ferro"]);
      expect(await versions()).toMatchObject([
        { state: "published", why: "Published by the import although version 2 was made in the console." },
        ...[{}, {}],
      ]);
    });

    it("goes on by itself once somebody published the draft", async () => {
      await byHand("# Look\n\n1. Look twice.\n");
      write("look.md", "# Look\n\n1. Look, then wait.\n");
      await run();
      const [draft, live] = await versions();
      const ids = { versionId: draft?.id ?? "", expected: live?.id ?? "" };
      await act(ctx, publishVersion, { slug: "look", ...ids });
      expect(await run()).toEqual(["nothing new"]);
      write("look.md", "# Look\n\n1. Wait.\n");
      expect(await run()).toEqual(["saved"]);
    });

    it("does not bring back what they went back from", async () => {
      write("look.md", "# Look\n\n1. Do not look.\n");
      await run();
      const [bad, good] = await versions();
      const ids = { versionId: good?.id ?? "", expected: bad?.id ?? "" };
      await act(ctx, publishVersion, { slug: "look", ...ids });
      expect(await run()).toEqual(["left as it is: version 1 was published in the console since"]);
      expect(await published()).toContain("1. Look.");
    });

    it("waits when corrections of the reading would be lost, and takes along those that fit", async () => {
      const source = "# Look\n\nFacts:\n\n- the disk is full\n- the queue is long\n";
      write("look.md", source);
      await run();
      const choices = [5, 6].map((line) => ({ kind: "role", line, as: "step" }) as const);
      await byHand(source, { choices });
      expect(await run()).toEqual(["nothing new"]);
      write("look.md", source.replace("Facts:", "Of the night.\n\nFacts:"));
      expect(await run()).toEqual(["saved, 2 corrections kept"]);
      write("look.md", source.replace("queue", "line"));
      expect(await run()).toEqual(["waits as draft 5: 1 correction no longer fits"]);
      write("look.md", source.replace("queue", "row"));
      expect(await run()).toEqual(["waits as draft 6: 1 correction no longer fits"]);
      expect(await run(true)).toEqual(["saved, 1 correction kept, 1 correction no longer fits"]);
    });
  });

  it("says of an empty file that it is, and imports the others", async () => {
    write("empty.md", "");
    write("look.md", "# Look\n\n1. Look.\n");
    expect(await run()).toEqual(["empty: nothing to import", "saved"]);
  });
});
