import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/db/in-transaction";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson } from "@/lib/incidents/testing/factories";
import { setArchived } from "@/lib/runbooks/archive";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { readRunbook } from "@/lib/runbooks/queries";
import { setDetached } from "@/lib/runbooks/sync/set-detached";
import { writeRunbook } from "@/lib/runbooks/versions/write-runbook";
import { ADMINISTRATION } from "@/lib/timeline/administration";
import { findMarkdown } from "./find-markdown";
import { importFiles } from "./import-files";
import { importNames } from "./import-names";
import { syncFolder } from "./sync-folder";

let ctx: TestContext;
let folder: string;

beforeEach(async () => {
  ctx = await testContext();
  await ctx.db.$executeRaw`TRUNCATE runbooks, runbook_sources CASCADE`;
  folder = mkdtempSync(path.join(tmpdir(), "quarterdeck-sync-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const noteAt = (line: number) => ({ kind: "role", line, as: "note" }) as const;
const at = (file: string) => path.join(folder, file);
const write = (file: string, title: string, more = "") => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), `# ${title}\n\n1. Look.\n${more}`);
};
const sync = async (options: { name?: string; dryRun?: boolean } = {}) => {
  const { name = null, dryRun = false } = options;
  const results = await syncFolder(ctx, folder, { name, dryRun, onBegin: () => {}, onFile: () => {} });
  return results.map(({ path: file, outcome }) => `${file}: ${outcome}`);
};
const library = async () => {
  const rows = await ctx.db.runbook.findMany({ orderBy: { slug: "asc" }, include: { versions: true } });
  return rows.map(
    ({ slug, title, versions, archivedAt }) =>
      `${slug}: ${title}, ${versions.length}${archivedAt ? ", archived" : ""}`,
  );
};
const audit = async (after = 0) => {
  const entries = await ctx.db.timelineEntry.findMany({
    where: { streamId: ADMINISTRATION, seq: { gt: after } },
    orderBy: { seq: "asc" },
  });
  return { kinds: entries.map(({ kind }) => kind), last: entries.at(-1)?.seq ?? after };
};

describe("syncing a folder", () => {
  it("makes runbooks of new files, versions of changed ones, and nothing of the same", async () => {
    write("disk.md", "Disk is full");
    write("queue/README.md", "Queue is long");
    const { last } = await audit();
    expect(await sync()).toEqual(["disk.md: new", "queue/README.md: new"]);
    expect((await audit(last)).kinds).toEqual([
      "runbook_source.added",
      ...["runbook.imported", "runbook.published", "runbook.attached"],
      ...["runbook.imported", "runbook.published", "runbook.attached"],
    ]);
    const before = await audit();
    expect(await sync()).toEqual(["disk.md: nothing new", "queue/README.md: nothing new"]);
    expect(await audit()).toEqual(before);

    write("disk.md", "Disk is full", "2. Look again.\n");
    expect(await sync()).toEqual(["disk.md: changed", "queue/README.md: nothing new"]);
    expect((await audit(before.last)).kinds).toEqual(["runbook.imported", "runbook.published"]);
    expect(await library()).toEqual(["disk: Disk is full, 2", "readme: Queue is long, 1"]);
  });

  it("follows a file that moved, archives what is gone, and restores what comes back", async () => {
    write("disk.md", "Disk is full");
    write("queue.md", "Queue is long");
    await sync();
    mkdirSync(at("storage"));
    renameSync(at("disk.md"), at("storage/full.md"));
    rmSync(at("queue.md"));
    const { last } = await audit();
    expect(await sync()).toEqual([
      "storage/full.md: moved from disk.md",
      "queue.md: archived: the file is gone",
    ]);
    expect((await audit(last)).kinds).toEqual(["runbook.moved", "runbook.archived"]);
    expect(await library()).toEqual(["disk: Disk is full, 1", "queue: Queue is long, 1, archived"]);
    write("queue.md", "Queue is long", "2. Wait.\n");
    expect(await sync()).toEqual([
      "queue.md: restored: the file is back, changed",
      "storage/full.md: nothing new",
    ]);
    expect(await library()).toEqual(["disk: Disk is full, 1", "queue: Queue is long, 2"]);
  });

  it("touches no runbook of the console, of an import, or of another folder", async () => {
    await inTransaction(ctx, (tx) =>
      importRunbook(tx, { source: "# Disk is full\n\n1. Look.\n", fileName: "disk.md" }),
    );
    write("disk.md", "Disk is full");
    write("gone.md", "Gone");
    await sync({ name: "other" });
    rmSync(at("gone.md"));
    expect(await sync({ name: "one" })).toEqual(["disk.md: new"]);
    expect(await library()).toEqual([
      ...["disk: Disk is full, 1", "disk-2: Disk is full, 1", "disk-3: Disk is full, 1", "gone: Gone, 1"],
    ]);
  });

  it("takes up what was imported from the same path before, unless it says something else now", async () => {
    write("disk.md", "Disk is full");
    write("queue.md", "Queue is long");
    await importFiles(ctx, importNames(findMarkdown([folder]), [folder]), [folder], () => {});
    write("queue.md", "Queue is longer");
    expect(await sync()).toEqual([
      ...["disk.md: imported before, kept in sync from now on", "queue.md: new"],
    ]);
  });

  it("does not take up what was written in the console while an import of the file waits", async () => {
    const ana = ctx.as(await aPerson(ctx, "responder", "Ana Ferro"));
    const source = "# Disk\n\n1. Look twice.\n";
    await act(ana, writeRunbook, { source, why: null, publish: true });
    write("disk.md", "Disk");
    await importFiles(ctx, importNames(findMarkdown([folder]), [folder]), [folder], () => {});
    expect(await sync()).toEqual(["disk.md: new"]);
    expect(await readRunbook(ctx, "disk")).toMatchObject({ source });
  });

  it("writes nothing in a dry run, and says the same as the sync after it", async () => {
    write("disk.md", "Disk is full");
    write("queue.md", "Queue is long");
    await sync();
    renameSync(at("disk.md"), at("full.md"));
    write("queue.md", "Queue is longer");
    write("empty.md", "");
    writeFileSync(at("empty.md"), "");
    const before = await audit();
    const said = await sync({ dryRun: true });
    expect(await audit()).toEqual(before);
    expect(await sync()).toEqual(said);
    expect(said).toContain("empty.md: empty: nothing to import");
  });

  it("does one work when it runs twice at once", async () => {
    for (const name of ["a", "b", "c", "d"]) write(`${name}.md`, `Runbook ${name}`);
    const both = await Promise.all([sync(), sync()]);
    expect(await library()).toHaveLength(4);
    expect(both.flat().filter((line) => line.endsWith(": new"))).toHaveLength(4);
    renameSync(at("a.md"), at("e.md"));
    write("b.md", "Runbook b", "2. Wait.\n");
    rmSync(at("c.md"));
    const { last } = await audit();
    await Promise.all([sync(), sync()]);
    expect((await audit(last)).kinds.toSorted()).toEqual([
      ...["runbook.archived", "runbook.imported", "runbook.moved", "runbook.published"],
    ]);
  });

  it("archives nothing for a folder that holds no Markdown, or another one of the same name", async () => {
    write("disk.md", "Disk is full");
    await sync();
    await ctx.db.runbookSource.updateMany({ data: { location: "/somewhere/else" } });
    await expect(sync()).rejects.toThrow("If this is that folder, moved, say --name=");
    expect(await sync({ name: path.basename(folder) })).toEqual(["disk.md: nothing new"]);
    rmSync(at("disk.md"));
    await expect(sync()).rejects.toThrow("holds no Markdown file");
    expect(await library()).toEqual(["disk: Disk is full, 1"]);
  });
});

describe("a runbook that a folder keeps", () => {
  it("is changed and archived in the console only once it is detached, and then left alone", async () => {
    write("disk.md", "Disk is full");
    await sync({ name: "ops" });
    const manager = ctx.as(await aPerson(ctx, "manager"));
    const { id, keptBy } = await readRunbook(ctx, "disk");
    expect(keptBy).toEqual({ name: "ops", path: "disk.md", detachedAt: null });
    const renew = () =>
      inTransaction(manager, (tx) => importRunbook(tx, { source: "# Disk\n\n1. Wait.\n", runbookId: id }));
    await expect(renew()).rejects.toThrow("kept in sync from ops. Change it there, or detach it first.");
    const archive = () => inTransaction(manager, (tx) => setArchived(tx, { slug: "disk", archived: true }));
    await expect(archive()).rejects.toThrow("kept in sync from ops");

    const { versions } = await readRunbook(ctx, "disk");
    const reading = { sourceOf: versions[0]?.id, runbookId: id, choices: [noteAt(3)], sourcePath: "else.md" };
    expect(await inTransaction(manager, (tx) => importRunbook(tx, reading))).toMatchObject({ saved: true });
    expect((await readRunbook(ctx, "disk")).keptBy?.path).toBe("disk.md");
    expect(await sync({ name: "ops" })).toEqual(["disk.md: nothing new"]);

    await inTransaction(manager, (tx) => setDetached(tx, { slug: "disk", detached: true }));
    await renew();
    write("disk.md", "Disk is fuller");
    expect(await sync({ name: "ops" })).toEqual(["disk.md: left alone: detached in the console"]);
    expect(await library()).toEqual(["disk: Disk, 3"]);
    renameSync(at("disk.md"), at("queue.md"));
    write("other.md", "Other");
    await sync({ name: "ops" });
    expect((await readRunbook(ctx, "disk")).archivedAt).toBeNull();

    renameSync(at("queue.md"), at("disk.md"));
    await inTransaction(manager, (tx) => setDetached(tx, { slug: "disk", detached: false }));
    await sync({ name: "ops" });
    expect(await library()).toContain("disk: Disk is fuller, 4");
  });
});

describe("a Git working copy", () => {
  const git = (...words: string[]) =>
    execFileSync("git", ["-c", "user.name=Ada Byron", "-c", "user.email=ada@example.org", ...words], {
      ...{ cwd: folder, encoding: "utf8" },
      env: { ...process.env, GIT_AUTHOR_DATE: "2026-02-03T04:05:06+01:00" },
    });

  it("says why: the last commit that touched each file, and nothing of what is not committed", async () => {
    git("init", "--quiet");
    write("disk.md", "Disk is full");
    git("add", ".");
    git("commit", "--quiet", "-m", "Say when the disk is full");
    write("other.txt", "Something else");
    git("add", ".");
    git("commit", "--quiet", "-m", "Something else");
    write("queue.md", "Queue is long");
    await sync();
    const [version] = (await readRunbook(ctx, "disk")).versions;
    const hash = git("log", "-1", "--format=%H", "--", "disk.md").trim();
    expect(version?.commit).toEqual({
      ...{ hash, author: "Ada Byron", subject: "Say when the disk is full" },
      at: "2026-02-03T03:05:06.000Z",
    });
    expect((await readRunbook(ctx, "queue")).versions[0]?.commit).toBeNull();

    write("disk.md", "Disk is fuller");
    await sync();
    expect((await readRunbook(ctx, "disk")).versions[0]?.commit).toBeNull();
  });
});
