import { beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act } from "@/lib/incidents/testing/factories";
import { importRunbook } from "../import-runbook";
import { suggest } from "../suggest";
import { matchRunbooks } from "./match-runbooks";
import { refreshFindable } from "./refresh-findable";

const DISK = `# Disk fills up

## DiskAlmostFull

**Signature:**

- no space left on device

1. Run \`df -h\`.
`;

const alert = (name: string, more: { runbookUrl?: string; text?: string } = {}) => ({
  ...{ name, runbookUrl: null, text: null },
  ...more,
});

describe("an alert that comes in", () => {
  let ctx: TestContext;

  beforeEach(async () => {
    ctx = await testContext();
    await ctx.db.$executeRaw`TRUNCATE runbooks CASCADE`;
    await act(ctx, importRunbook, { source: DISK, fileName: "disk.md" });
    await act(ctx, importRunbook, { source: "# Depot printing\n\n1. Look.\n", fileName: "printing.md" });
  });

  it("finds the section that is called like it", async () => {
    expect(await matchRunbooks(ctx, alert("DiskAlmostFull"))).toMatchObject([
      { slug: "disk", sectionTitle: "DiskAlmostFull", reason: "Its trigger is “DiskAlmostFull”." },
    ]);
  });

  it("finds by its runbook's address, and by an error text", async () => {
    const runbookUrl = "https://wiki.example/ops/disk.md";
    expect(await matchRunbooks(ctx, alert("Unheard", { runbookUrl }))).toMatchObject([{ slug: "disk" }]);
    const text = "write failed: No space left on device (28)";
    expect(await matchRunbooks(ctx, alert("Unheard", { text }))).toMatchObject([
      { slug: "disk", reason: "The alert says “no space left on device”." },
    ]);
  });

  it("finds nothing where no runbook is meant, and none that is archived", async () => {
    expect(await matchRunbooks(ctx, alert("DiskReadErrors", { text: "disk reads fail" }))).toEqual([]);
    expect(await matchRunbooks(ctx, alert(""))).toEqual([]);
    await ctx.db.runbook.updateMany({ data: { archivedAt: ctx.clock.now() } });
    expect(await matchRunbooks(ctx, alert("DiskAlmostFull"))).toEqual([]);
  });

  it("takes of two with one name the one whose folder its address names", async () => {
    const source = "# PodsCrash\n\n1. Look.\n";
    for (const folder of ["harbour", "mirror"])
      await act(ctx, importRunbook, {
        source,
        fileName: `${folder}-PodsCrash.md`,
        sourcePath: `${folder}/PodsCrash.md`,
      });
    const runbookUrl = "https://runbooks.harbour.example/podscrash";
    const found = await matchRunbooks(ctx, alert("PodsCrash", { runbookUrl }));
    expect(found.map(({ slug }) => slug)).toEqual(["harbour-podscrash", "mirror-podscrash"]);
  });

  it("comes first among what is suggested for a commander's words", async () => {
    const source = "# Space left over\n\n1. Look.\n";
    await act(ctx, importRunbook, { source, fileName: "space.md" });
    const slugs = async (words: string) => (await suggest(ctx, { words })).map(({ slug }) => slug);
    expect(await slugs("space left: DiskAlmostFull")).toEqual(["disk", "space"]);
    expect(await slugs("no space left on device at the depot")).toEqual(["disk", "space", "printing"]);
    expect(await slugs("printing")).toEqual(["printing"]);
    expect(await slugs("certificates")).toEqual([]);
  });

  it("is answered by runbooks from before an upgrade once they are filled", async () => {
    await ctx.db.$executeRaw`
      UPDATE runbooks SET match_names = '{}', match_words = '{}', signatures = '{}', findable_version = 0`;
    expect(await matchRunbooks(ctx, alert("DiskAlmostFull"))).toEqual([]);
    expect(await refreshFindable(ctx.db)).toBe(2);
    expect(await matchRunbooks(ctx, alert("DiskAlmostFull"))).toHaveLength(1);
    expect(await refreshFindable(ctx.db)).toBe(0);
  });
});
