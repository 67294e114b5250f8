import { expect, it } from "vitest";
import { testContext } from "@/lib/db/testing/make-context";
import { act, anEnvironment, aPerson } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { readPinned } from "@/lib/runbooks/queries";
import { aRunbook } from "@/lib/runbooks/testing/a-runbook";
import { isToldBefore, plainSentence } from "@/lib/timeline/describe";
import { declareWithRunbook } from "./declare-with-runbook";
import { readNames } from "./read-names";
import { readIncidentState } from "./read-state";
import { declareRoomInput } from "./schemas";

it("declares and starts the runbook, or does neither", async () => {
  const ctx = await testContext();
  const mara = ctx.as(await aPerson(ctx, "responder"));
  const { versionId } = await aRunbook(ctx);
  const known = { title: "Orders are stuck", severity: 1, environmentId: await anEnvironment(ctx) };
  const input = declareRoomInput.parse({ ...known, runbookVersionId: versionId });
  const { id, entries } = await act(mara, declareWithRunbook, input);
  expect(entries.map(({ kind }) => kind)).toContain("checklist.started");
  await expectFoldEqualsTables(ctx, id);

  const missing = act(mara, declareWithRunbook, { ...input, runbookVersionId: newId() });
  await expect(missing).rejects.toMatchObject({ code: "not_found" });
  expect(await ctx.db.incident.count()).toBe(1);
});

it("tells the sections that it starts once, and a timer that one of them starts as nobody's act", async () => {
  const ctx = await testContext();
  const mara = ctx.as(await aPerson(ctx, "responder", "Mara Lind"));
  const { versionId } = await aRunbook(ctx);
  const known = { title: "Orders are stuck", severity: 1, environmentId: await anEnvironment(ctx) };
  const input = declareRoomInput.parse({ ...known, runbookVersionId: versionId });
  const { id, entries } = await act(mara, declareWithRunbook, input);
  const names = await readNames(mara, (await readIncidentState(mara, id))!, "UTC");
  const told = entries
    .filter(({ kind }) => kind === "checklist.started" || kind === "timebox.started")
    .filter((entry) => !isToldBefore(entry, names))
    .map((entry) => plainSentence(entry, names));
  expect(told).toEqual([
    "Mara Lind added 3 checklists of Orders are stuck: First five minutes, Mitigation and Communication",
    "The timer of 5 min started with First five minutes",
  ]);
});

it("starts the chosen sections only, and declares nothing where one is not there", async () => {
  const ctx = await testContext();
  const mara = ctx.as(await aPerson(ctx, "responder"));
  const { versionId } = await aRunbook(ctx);
  const { sections } = await readPinned(mara, versionId, undefined);
  const { key } = sections.find(({ title }) => title === "Mitigation")!;
  const known = { title: "Orders are stuck", severity: 1, environmentId: await anEnvironment(ctx) };
  const chosen = (sectionKeys: string[]) =>
    declareRoomInput.parse({ ...known, runbookVersionId: versionId, sectionKeys });
  const before = await ctx.db.incident.count();
  const { id } = await act(mara, declareWithRunbook, chosen([key, key]));
  const started = { where: { streamId: id }, select: { sectionKey: true } };
  expect(await ctx.db.checklist.findMany(started)).toEqual([{ sectionKey: key }]);
  await expectFoldEqualsTables(ctx, id);

  const missing = act(mara, declareWithRunbook, chosen(["sec_gone"]));
  await expect(missing).rejects.toMatchObject({ code: "invalid" });
  expect(await ctx.db.incident.count()).toBe(before + 1);
});

it("is told that sections without their runbook start nothing", () => {
  const known = { title: "Orders are stuck", severity: 1, environmentId: newId() };
  const { error } = declareRoomInput.safeParse({ ...known, sectionKeys: ["sec_a"] });
  expect(error?.issues).toMatchObject([{ path: ["runbookVersionId"] }]);
});
