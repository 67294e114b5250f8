import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aService } from "@/lib/incidents/testing/factories";
import { importRunbook } from "./import-runbook";
import { suggest } from "./suggest";

const PLANNER = `# Planner response

## First looks

1. Look at the plans of the last hour.

## Mitigation

1. Turn the planner off.
`;

const FLOWS = `# Recovery flows

## Stages

### \`stage_conflict\` on run

1. Fill in the topic.

#### When that is not enough

1. Begin a new run.

### Tickets

**Trigger:**

- A hand-over fails

1. Give it back.
`;

describe("runbooks for what is being declared", () => {
  let ctx: TestContext;
  let planner: string;
  let checkout: string;

  beforeAll(async () => {
    ctx = await testContext();
    await ctx.db.$executeRaw`TRUNCATE runbooks CASCADE`;
    planner = await aService(ctx, "task planner");
    checkout = await aService(ctx, "checkout");
    const { runbookId } = await act(ctx, importRunbook, { source: PLANNER, fileName: "planner.md" });
    await ctx.db.runbookService.create({ data: { runbookId, serviceId: planner } });
    await act(ctx, importRunbook, { source: FLOWS, fileName: "flows.md" });
    await act(ctx, importRunbook, { source: "# Depot printing\n\n1. Look.\n", fileName: "depot.md" });
  });

  const told = async (words: string, services: string[] = []) =>
    (await suggest(ctx, { words, services })).map(({ slug, reason }) => `${slug}: ${reason}`);

  it("come for a chosen service, also without words, and none for a service that no runbook is about", async () => {
    expect(await told("", [planner])).toEqual(["planner: For task planner."]);
    expect(await told("it is late for everybody", [planner])).toEqual(["planner: For task planner."]);
    expect(await told("", [checkout])).toEqual([]);
  });

  it("come for a service that the words name whole", async () => {
    expect(await told("Task-Planner: plans come late")).toEqual([
      "planner: For task planner. Title “Planner response” has “planner”.",
    ]);
    expect((await told("a task at the depot"))[0]).toMatch(/^depot: Title/);
  });

  it("do not come for a word that any incident has, beside one that says more", async () => {
    const words = "tasks fail, planner regression";
    expect(await told(words, [planner])).toEqual([
      "planner: For task planner. Title “Planner response” has “planner”.",
    ]);
    expect(await told(words)).toEqual(["planner: Title “Planner response” has “planner”."]);
  });

  it("come with the section that is meant, and what stands below it", async () => {
    const [first] = await suggest(ctx, { words: "tasks end with stage_conflict" });
    expect(first).toMatchObject({ slug: "flows", part: { title: "stage_conflict on run" } });
    expect(first?.part?.sectionKeys).toHaveLength(2);
    expect((await suggest(ctx, { words: "planner" }))[0]).toMatchObject({ slug: "planner", part: null });
  });

  it("do not come when they are archived", async () => {
    await ctx.db.runbook.updateMany({ data: { archivedAt: ctx.clock.now() } });
    expect(await told("planner", [planner])).toEqual([]);
  });
});
