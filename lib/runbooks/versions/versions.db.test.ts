import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { ADMINISTRATION } from "@/lib/timeline/administration";
import { setArchived } from "../archive";
import { importRunbook } from "../import-runbook";
import { listRunbooks } from "../list-runbooks";
import { matchRunbooks } from "../match/match-runbooks";
import { readRunbook, readSource } from "../queries";
import { aRunbook, ordersRunbook } from "../testing/a-runbook";
import { publishVersion } from "./publish-version";
import { readDifference } from "./read-difference";
import { listVersions, readVersion } from "./read-versions";
import { restoreVersion } from "./restore-version";
import { saveVersion } from "./save-version";
import { writeRunbook } from "./write-runbook";

let ctx: TestContext;
let mara: PersonActor;
beforeAll(async () => {
  const console = await testContext();
  mara = await aPerson(console, "manager");
  ctx = console.as(mara);
});

/** A runbook of one version, and how it is saved. */
async function edited(source: string, more: Partial<Parameters<typeof saveVersion>[1]> = {}) {
  const imported = await aRunbook(ctx, newId());
  const input = {
    slug: imported.slug,
    source,
    why: "It was wrong",
    publish: false,
    basedOn: imported.versionId,
  };
  return { imported, saved: await act(ctx, saveVersion, { ...input, ...more }) };
}

/** Kinds and data of the newest entries of the audit log, the oldest of them first. */
async function newestEntries(count: number) {
  const rows = await ctx.db.timelineEntry.findMany({
    where: { streamId: ADMINISTRATION },
    orderBy: { seq: "desc" },
    take: count,
    select: { kind: true, data: true, actorId: true },
  });
  return rows
    .reverse()
    .map(({ kind, data, actorId }) => ({ kind, actorId, data: JSON.parse(data) as Record<string, unknown> }));
}

describe("saving", () => {
  it("a draft adds a version, says who and why, and leaves what is published", async () => {
    const { imported, saved } = await edited("# Orders wait\n\n## Repair\n\n1. Restart the importer.\n");
    expect(saved).toMatchObject({ slug: imported.slug, number: 2, title: "Orders wait", published: false });
    const runbook = await readRunbook(ctx, imported.slug);
    expect(runbook).toMatchObject({ title: "Orders are stuck", publishedVersionId: imported.versionId });
    expect(runbook.versions).toMatchObject([
      { number: 2, state: "draft", why: "It was wrong", createdById: mara.id, restores: null },
      { number: 1, state: "published", why: null },
    ]);
    expect(await newestEntries(1)).toMatchObject([
      {
        kind: "runbook.version_saved",
        actorId: mara.id,
        data: { versionId: saved.versionId, number: 2, basedOn: imported.versionId },
      },
    ]);
    const [row] = (await listRunbooks(ctx, {})).runbooks.filter(({ slug }) => slug === imported.slug);
    expect(row).toMatchObject({ version: 1, draft: 2, title: "Orders are stuck" });
  });

  it("and publishing makes it what is offered and found by its words", async () => {
    const word = `word${newId().replaceAll("-", "")}`;
    const source = `# Orders wait\n\n## Repair\n\n1. Restart the ${word}.\n`;
    const { imported, saved } = await edited(source, { publish: true });
    expect(await readRunbook(ctx, imported.slug)).toMatchObject({
      ...{ title: "Orders wait", publishedVersionId: saved.versionId, source },
    });
    expect((await listRunbooks(ctx, { q: word })).runbooks).toMatchObject([{ version: 2, draft: null }]);
    expect(await newestEntries(2)).toMatchObject([
      { kind: "runbook.version_saved" },
      { kind: "runbook.published", data: { from: imported.versionId, to: saved.versionId } },
    ]);
  });

  it("of two people from the same version, tells the second who was first, and changes nothing", async () => {
    const imported = await aRunbook(ctx, newId());
    const [ana, piet] = [
      await aPerson(ctx, "responder", "Ana Ferro"),
      await aPerson(ctx, "responder", "Piet Bos"),
    ];
    const save = (who: PersonActor, text: string) =>
      act(ctx.as(who), saveVersion, {
        ...{ slug: imported.slug, source: `# ${text}\n\n1. Look.\n`, why: "Better", publish: true },
        basedOn: imported.versionId,
      });
    const results = await Promise.allSettled([save(ana, "Of Ana"), save(piet, "Of Piet")]);
    const lost = results.findIndex(({ status }) => status === "rejected");
    const first = lost === 0 ? "Piet Bos" : "Ana Ferro";
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results[lost]).toMatchObject({
      reason: { code: "conflict", message: `${first} saved version 2 meanwhile.`, details: { number: 2 } },
    });
    expect((await listVersions(ctx, imported.slug)).versions).toHaveLength(2);
  });

  it("keeps what was corrected about the reading where it still fits", async () => {
    const source = "# Disk\n\n## Repair\n\n- Free space on the disk\n- The disk is large\n";
    const choices = [{ kind: "role", line: 6, as: "step" } as const];
    const imported = await act(ctx, importRunbook, { source, choices });
    const saved = await act(ctx, saveVersion, {
      ...{ slug: imported.slug, why: "More", publish: true, basedOn: imported.versionId },
      source: source.replace("## Repair\n", "## Repair\n\nSlowly.\n"),
    });
    expect(await readVersion(ctx, imported.slug, saved.number)).toMatchObject({
      choices: [{ kind: "role", line: 8, as: "step" }],
    });
  });

  it("takes what was corrected while it was edited, and moves it to the lines of what is saved", async () => {
    const source = "# Disk\n\n## Repair\n\n- Free space on the disk\n- The disk is large\n";
    const imported = await act(ctx, importRunbook, { source });
    const before = { source, choices: [{ kind: "role", line: 6, as: "step" } as const] };
    const input = { slug: imported.slug, why: "It is a step", publish: true, before };
    const saved = await act(ctx, saveVersion, { ...input, source, basedOn: imported.versionId });
    const version = await readVersion(ctx, imported.slug, saved.number);
    expect(version).toMatchObject({ source, choices: before.choices });
    const longer = source.replace("## Repair\n", "## Repair\n\nSlowly.\n");
    const next = await act(ctx, saveVersion, { ...input, source: longer, basedOn: saved.versionId });
    expect(await readVersion(ctx, imported.slug, next.number)).toMatchObject({
      choices: [{ kind: "role", line: 8, as: "step" }],
    });
  });

  it("refuses what changes nothing", async () => {
    const imported = await act(ctx, importRunbook, { source: ordersRunbook + newId() });
    const { source } = await readVersion(ctx, imported.slug, 1);
    const input = { slug: imported.slug, source, why: "No", publish: true, basedOn: imported.versionId };
    await expect(act(ctx, saveVersion, input)).rejects.toMatchObject({ code: "invalid" });
  });

  it("is not for viewers", async () => {
    const imported = await aRunbook(ctx, newId());
    const viewer = ctx.as(await aPerson(ctx, "viewer"));
    const input = { slug: imported.slug, why: "Better", publish: false, basedOn: imported.versionId };
    await expect(act(viewer, saveVersion, { ...input, source: "# A\n" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("writing a new one", () => {
  it("as a draft is found in the library, and offered for nothing until it is published", async () => {
    const name = `Alert${newId().replaceAll("-", "")}`;
    const source = `# ${name}\n\n1. Look at it.\n`;
    const { slug, versionId } = await act(ctx, writeRunbook, { source, why: null, publish: false });
    expect((await listRunbooks(ctx, { q: name })).runbooks).toMatchObject([
      { slug, version: null, draft: 1, versionId: null },
    ]);
    const alert = { name, runbookUrl: null, text: null };
    expect(await matchRunbooks(ctx, alert)).toEqual([]);
    await act(ctx, publishVersion, { slug, versionId, expected: null });
    expect(await matchRunbooks(ctx, alert)).toMatchObject([{ slug, versionId }]);
  });

  it("keeps what was corrected about its reading", async () => {
    const source = "# Disks\n\n## Symptoms\n\n- writes fail\n- reads are slow\n";
    const before = { source, choices: [{ kind: "role", line: 5, as: "step" } as const] };
    const text = source.replace("## Symptoms\n", "## Symptoms\n\nOften at night:\n");
    const { slug } = await act(ctx, writeRunbook, { source: text, before, why: null, publish: false });
    expect(await readVersion(ctx, slug, 1)).toMatchObject({
      choices: [{ kind: "role", line: 7, as: "step" }],
    });
  });

  it("never gets the address of a page", async () => {
    const { slug } = await act(ctx, writeRunbook, {
      source: "# New\n\n1. Look.\n",
      why: null,
      publish: false,
    });
    expect(slug).not.toBe("new");
  });
});

describe("publishing a version", () => {
  it("goes back to an earlier one, too, and says from which to which", async () => {
    const { imported, saved } = await edited("# Orders wait\n\n1. Look.\n", { publish: true });
    await act(ctx, publishVersion, {
      ...{ slug: imported.slug, versionId: imported.versionId, expected: saved.versionId },
    });
    expect(await readRunbook(ctx, imported.slug)).toMatchObject({
      title: "Orders are stuck",
      versions: [{ state: "earlier" }, { state: "published" }],
    });
    expect(await newestEntries(1)).toMatchObject([
      { kind: "runbook.published", data: { from: saved.versionId, to: imported.versionId } },
    ]);
  });

  it("is refused when another was published meanwhile, and while the runbook is archived", async () => {
    const { imported, saved } = await edited("# Orders wait\n\n1. Look.\n");
    const publish = (expected: string | null) =>
      act(ctx, publishVersion, { slug: imported.slug, versionId: saved.versionId, expected });
    await expect(publish(null)).rejects.toMatchObject({ code: "conflict" });
    await act(ctx, setArchived, { slug: imported.slug, archived: true });
    await expect(publish(imported.versionId)).rejects.toMatchObject({
      code: "conflict",
      message: "This runbook is archived. Restore it first.",
    });
  });
});

it("an import is refused when somebody saved another version meanwhile, and says who", async () => {
  const { runbookId, versionId: basedOn } = await aRunbook(ctx, newId());
  const renew = (source: string) => act(ctx, importRunbook, { source, runbookId, basedOn });
  await renew("# Orders wait\n\n1. Look.\n");
  await expect(renew("# Orders wait\n\n1. Wait.\n")).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/saved version 2 meanwhile/) as string,
    details: { number: 2 },
  });
});

it("an import does not bring back what was archived, and says what to do", async () => {
  const { runbookId, slug } = await aRunbook(ctx, newId());
  await act(ctx, setArchived, { slug, archived: true });
  const again = act(ctx, importRunbook, { source: "# Orders wait\n\n1. Look.\n", runbookId });
  await expect(again).rejects.toMatchObject({
    code: "conflict",
    message: "This runbook is archived. Restore it first.",
  });
  expect(await readRunbook(ctx, slug)).toMatchObject({
    archivedAt: expect.any(String) as string,
    versions: [{ number: 1 }],
  });
});

describe("restoring a version", () => {
  it("makes a new one with the same bytes, and says of which", async () => {
    const bytes = Buffer.from("\uFEFF# Orders\r\n\r\n1. Look.\r\n2. Cl\xE9ar.", "latin1");
    const imported = await act(ctx, importRunbook, { sourceBase64: bytes.toString("base64") });
    const saved = await act(ctx, saveVersion, {
      ...{ slug: imported.slug, source: "# Orders\n\n1. Wait.\n", why: "Try", publish: true },
      basedOn: imported.versionId,
    });
    const restored = await act(ctx, restoreVersion, {
      ...{ slug: imported.slug, versionId: imported.versionId, why: "Waiting did not help", publish: true },
      basedOn: saved.versionId,
    });
    expect(Buffer.from((await readSource(ctx, restored.versionId)).source).equals(bytes)).toBe(true);
    const { versions } = await listVersions(ctx, imported.slug);
    expect(versions).toMatchObject([
      { number: 3, state: "published", restores: 1, why: "Waiting did not help" },
      { number: 2, state: "earlier" },
      { number: 1, state: "earlier" },
    ]);
    expect((await newestEntries(2))[0]).toMatchObject({
      kind: "runbook.version_restored",
      data: { restored: imported.versionId, restoredNumber: 1, number: 3 },
    });
  });

  it("is refused when somebody saved meanwhile", async () => {
    const { imported, saved } = await edited("# Orders wait\n\n1. Look.\n");
    const stale = act(ctx, restoreVersion, {
      ...{ slug: imported.slug, versionId: imported.versionId, why: "Back", publish: true },
      basedOn: imported.versionId,
    });
    await expect(stale).rejects.toMatchObject({ code: "conflict", details: { versionId: saved.versionId } });
  });
});

describe("reading versions", () => {
  it("pages through them, newest first", async () => {
    const imported = await aRunbook(ctx, newId());
    let basedOn = imported.versionId;
    for (let number = 2; number <= 23; number++) {
      const source = `# Orders\n\n1. Look ${number} times.\n`;
      const input = { slug: imported.slug, source, why: `Try ${number}`, publish: false, basedOn };
      basedOn = (await act(ctx, saveVersion, input)).versionId;
    }
    const first = await listVersions(ctx, imported.slug);
    expect(first.versions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => 23 - i));
    const second = await listVersions(ctx, imported.slug, { before: first.next ?? 0 });
    expect(second).toMatchObject({ versions: [{ number: 3 }, { number: 2 }, { number: 1 }], next: null });
    expect((await readRunbook(ctx, imported.slug)).moreVersions).toBe(first.next);
  });

  it("gives the text with its byte order mark and line ends, and says when bytes would be lost", async () => {
    const read = async (bytes: Buffer) => {
      const imported = await act(ctx, importRunbook, { sourceBase64: bytes.toString("base64") });
      return readVersion(ctx, imported.slug, 1);
    };
    const marked = "\uFEFF# Orders\r\n\r\n1. Look.\r\n";
    expect(await read(Buffer.from(marked))).toMatchObject({ source: marked, exact: true });
    expect(await read(Buffer.from("# Cl\xE9ar\n\n1. Look.\n", "latin1"))).toMatchObject({ exact: false });
  });

  it("tells what changed by steps and by lines", async () => {
    const changed = ordersRunbook.replace("Ask the payment team", "Call the payment team");
    const imported = await act(ctx, importRunbook, { source: ordersRunbook });
    const input = { slug: imported.slug, source: changed, why: "It was wrong", publish: false };
    await act(ctx, saveVersion, { ...input, basedOn: imported.versionId });
    const difference = await readDifference(ctx, { slug: imported.slug, from: 1, to: 2 });
    expect(difference).toMatchObject({
      from: { number: 1 },
      to: { number: 2, why: "It was wrong" },
      cut: false,
    });
    expect(difference.steps).toMatchObject([
      {
        before: { text: "Ask the payment team whether they see failures." },
        changed: ["text"],
        moved: false,
      },
    ]);
    const lines = difference.hunks.flatMap((hunk) => hunk.lines.map(({ kind, text }) => `${kind}: ${text}`));
    expect(lines).toContain("removed: 3. Ask the payment team whether they see failures.");
    expect(lines).toContain("added: 3. Call the payment team whether they see failures.");
  });
});
