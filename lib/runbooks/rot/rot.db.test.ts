import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { setStepState } from "@/lib/checklists/set-step-state";
import { startRunbook } from "@/lib/checklists/start-sections";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { getText } from "@/lib/outbox/outgoing/get-text";
import { importRunbook, type Imported } from "@/lib/runbooks/import-runbook";
import { aRunbook } from "@/lib/runbooks/testing/a-runbook";
import { matchRunbooks } from "../match/match-runbooks";
import { checkNextLink } from "./check-link";
import { listRot, listUnanswered } from "./list-rot";
import { noteUnanswered } from "./note-unanswered";
import { rotWords } from "./rot.rules";
import { tendLibrary } from "./tend-library";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const DAY = 24 * 60;
const unasked = { get: () => Promise.reject(new Error("Nothing is asked")), listedHosts: [] };

/** Tends until nothing is left to reckon. */
async function tendAll(links: Parameters<typeof tendLibrary>[1] = unasked): Promise<void> {
  while (await tendLibrary(ctx, links));
}

async function wordsOf({ runbookId }: Pick<Imported, "runbookId">): Promise<string[]> {
  const row = await ctx.db.runbookRot.findUniqueOrThrow({ where: { runbookId } });
  for (let after: string | undefined; ;) {
    const page = await listRot(ctx, { after });
    const found = page.runbooks.find(({ id }) => id === runbookId);
    if (found) return found.reasons.map((reason) => rotWords(reason, ctx.clock.now().getTime()));
    if (!page.next) return row.score === 0 ? [] : ["not listed"];
    after = page.next;
  }
}

/** Skips the first step of a runbook in an incident of its own. */
async function aSkip({ versionId }: Imported): Promise<void> {
  const { id, key, commander } = await anIncidentInHand(ctx);
  await act(ctx.as(commander), startRunbook, { key, runbookVersionId: versionId });
  const item = await ctx.db.checklistItem.findFirstOrThrow({
    where: { streamId: id },
    orderBy: [{ checklist: { position: "asc" } }, { position: "asc" }],
  });
  const skip = { state: "skipped", expected: "todo", note: "Nobody reads it.", occurredAt: null } as const;
  await act(ctx.as(commander), setStepState, { itemId: item.id, ...skip });
}

/** Gives a runbook an owner, so that nothing is wrong with it. */
async function kept(runbook: Imported): Promise<Imported> {
  const owner = await aPerson(ctx, "responder");
  await ctx.db.runbook.update({ where: { id: runbook.runbookId }, data: { ownerId: owner.id } });
  return runbook;
}

describe("the runbooks that need care", () => {
  test("are told with the reasons, and none of those that are sound", async () => {
    const sound = await kept(await aRunbook(ctx));
    const orphan = await aRunbook(ctx);
    const skipped = await kept(await aRunbook(ctx));
    for (let count = 0; count < 3; count++) await aSkip(skipped);
    await tendAll();
    expect(await wordsOf(sound)).toEqual([]);
    expect(await wordsOf(orphan)).toEqual(["nobody keeps it"]);
    expect(await wordsOf(skipped)).toEqual([expect.stringMatching(/^1 step skipped every time: Say in/)]);
  });

  test("are reckoned anew when time passes, and when a version is published", async () => {
    const runbook = await kept(await aRunbook(ctx));
    await tendAll();
    expect(await wordsOf(runbook)).toEqual([]);
    ctx.clock.advance(181 * DAY);
    await tendAll();
    expect(await wordsOf(runbook)).toEqual(["never walked, here for 181 d"]);
    const broken = { runbookId: runbook.runbookId, source: "# Orders\n\n1. Look.\n\n```sh\nls\n" };
    ctx.clock.advance(1);
    await act(ctx, importRunbook, broken);
    ctx.clock.advance(1);
    await tendAll();
    expect(await wordsOf(runbook)).toContain("a code block has no end: all below it reads as code");
  });

  test("are those in which nothing can be walked, with or without a list that could be steps", async () => {
    const [prose, list, chart] = await Promise.all(
      [
        "See the [other one](./other.md).",
        "Look:\n\n- [the other one](./other.md)",
        "```mermaid\nflowchart TD\n  A[Look] --> B{Full?}\n  B -->|yes| C[Empty it]\n  B -->|no| D[Wait]\n```",
      ].map(async (text) =>
        kept(await act(ctx, importRunbook, { source: `# Elsewhere ${newId()}\n\n## Repair\n\n${text}\n` })),
      ),
    );
    await tendAll();
    const words = "nothing in it reads as a step";
    expect([await wordsOf(prose!), await wordsOf(list!), await wordsOf(chart!)]).toEqual([
      [words],
      [words],
      [],
    ]);
  });

  test("come worst first, page by page, without archived ones", async () => {
    await Promise.all(Array.from({ length: 3 }, () => aRunbook(ctx)));
    await tendAll();
    const { runbooks } = await listRot(ctx, {});
    const scores = runbooks.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const second = await listRot(ctx, { after: runbooks[0]!.id });
    expect(second.runbooks.slice(0, 2)).toEqual(runbooks.slice(1, 3));
    await ctx.db.runbook.update({ where: { id: runbooks[0]!.id }, data: { archivedAt: ctx.clock.now() } });
    expect((await listRot(ctx, {})).runbooks.map(({ id }) => id)).not.toContain(runbooks[0]!.id);
  });
});

describe("the links of a runbook", () => {
  async function aServer(status: () => number) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(status()).end("x");
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    return { asked, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  const linking = async (url: string) =>
    kept(await act(ctx, importRunbook, { source: `# Linked\n\n1. Open [the board](${url}).\n` }));

  test("are asked for on listed hosts only; two failures a day apart are a dead link, one is not", async () => {
    let status = 404;
    const { asked, host } = await aServer(() => status);
    const url = `http://${host}/board`;
    const runbook = await linking(url);
    const links = { get: (to: string) => getText(to, { listedHosts: [host] }), listedHosts: [host] };
    await tendAll(links);
    expect(asked).toEqual(["/board"]);
    expect(await wordsOf(runbook)).toEqual([]);
    await tendAll(links);
    expect(asked).toHaveLength(1);
    ctx.clock.advance(DAY + 1);
    await tendAll(links);
    ctx.clock.advance(7 * 60);
    await tendAll(links);
    expect(await wordsOf(runbook)).toEqual([`1 dead link: ${url}`]);
    status = 200;
    ctx.clock.advance(8 * DAY);
    await tendAll(links);
    ctx.clock.advance(7 * 60);
    await tendAll(links);
    expect(await wordsOf(runbook)).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  test("of other hosts are left alone, also when one was listed before", async () => {
    const { asked, host } = await aServer(() => 404);
    await linking(`http://${host}/elsewhere`);
    await tendAll();
    expect(await ctx.db.linkCheck.count({ where: { url: { contains: host } } })).toBe(0);
    await ctx.db.linkCheck.create({ data: { url: `http://${host}/elsewhere`, nextCheckAt: new Date(0) } });
    await checkNextLink(ctx, unasked);
    expect(await ctx.db.linkCheck.count({ where: { url: { contains: host } } })).toBe(0);
    expect(asked).toEqual([]);
  });

  test("are asked for by one of several instances", async () => {
    const { asked, host } = await aServer(() => 200);
    const url = `http://${host}/once`;
    await linking(url);
    await tendAll({ ...unasked, listedHosts: [] });
    await ctx.db.linkCheck.create({ data: { url, nextCheckAt: new Date(0) } });
    const links = { get: (to: string) => getText(to, { listedHosts: [host] }), listedHosts: [host] };
    await Promise.all([1, 2, 3].map(() => checkNextLink(ctx, links)));
    expect(asked).toEqual(["/once"]);
  });
});

describe("alerts that no runbook answers", () => {
  test("are counted by name, however it is spelled, until a runbook answers", async () => {
    await noteUnanswered(ctx, "DiskPressureEu");
    await noteUnanswered(ctx, "disk-pressure-eu");
    await noteUnanswered(ctx, " – ");
    const of = async () => (await listUnanswered(ctx)).alerts.filter(({ name }) => /disk/i.test(name));
    expect(await of()).toMatchObject([{ name: "disk-pressure-eu", count: 2 }]);
    await act(ctx, importRunbook, {
      source: "# Disk pressure EU\n\n1. Look.\n",
      fileName: "disk-pressure-eu.md",
    });
    expect(await matchRunbooks(ctx, { name: "DiskPressureEu", runbookUrl: null, text: null })).toHaveLength(
      1,
    );
    expect(await of()).toEqual([]);
  });

  test("are kept by the newest thousand names", async () => {
    await ctx.db.unansweredAlert.deleteMany();
    const at = new Date(ctx.clock.now().getTime() - 60_000);
    const rows = Array.from({ length: 1_000 }, (_, n) => ({
      key: `old${n}`,
      name: `Old ${n}`,
      count: 1,
      firstAt: at,
    }));
    await ctx.db.unansweredAlert.createMany({
      data: rows.map((row, n) => ({ ...row, lastAt: new Date(at.getTime() + n) })),
    });
    await noteUnanswered(ctx, "TheNewest");
    expect(await ctx.db.unansweredAlert.count()).toBe(1_000);
    expect(await ctx.db.unansweredAlert.findUnique({ where: { key: "old0" } })).toBeNull();
    expect(await ctx.db.unansweredAlert.findUnique({ where: { key: "thenewest" } })).not.toBeNull();
  });
});
