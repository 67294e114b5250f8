import { beforeAll, describe, expect, it } from "vitest";
import { addCriteria } from "@/lib/checklists/add-criteria";
import { setStepState } from "@/lib/checklists/set-step-state";
import { startRunbook } from "@/lib/checklists/start-sections";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { inTransaction } from "@/lib/db/in-transaction";
import { editFacts } from "@/lib/incidents/edit-facts";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { act, aPerson, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { close } from "@/lib/room/close";
import { readIncidentState } from "@/lib/room/read-state";
import { reopen } from "@/lib/room/reopen";
import { resolve } from "@/lib/room/resolve";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import type { Severity } from "@/lib/timeline/events/common";
import { addFollowUp } from "./add-follow-up";
import { changeFollowUp, endFollowUp } from "./change-follow-up";
import { returnSummary, signOff } from "./decide";
import { readSummary, readVersion } from "./read-summary";
import { savePart } from "./save-part";
import { partNames } from "./schemas";
import { submitSummary } from "./submit";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const words = {
  current: "All orders flow again.",
  progress: "Rolled back.",
  blockers: "None.",
  sources: [],
  draftedTo: null,
};

async function aResolvedIncident() {
  const incident = await anIncidentInHand(ctx);
  const commander = ctx.as(incident.commander);
  await inTransaction(commander, async (tx) => {
    const locked = await lockIncident(tx, incident.key, "criterion.add");
    await addCriteria(tx, locked, null, [{ text: "The summary is signed off", gate: "closed" }]);
  });
  ctx.clock.advance(30);
  await act(commander, resolve, { key: incident.key, ...words });
  return { ...incident, commander };
}

/** Written by the commander, in review. */
async function aSummaryInReview() {
  const incident = await aResolvedIncident();
  for (const part of partNames) {
    await act(incident.commander, savePart, { key: incident.key, part, base: "", text: `About ${part}.` });
  }
  await act(incident.commander, submitSummary, { key: incident.key });
  const manager = ctx.as(await aPerson(ctx, "manager", "Ruth Adeyemi"));
  const { version, sha256 } = await readSummary(manager, incident.key);
  return { ...incident, manager, decision: { key: incident.key, version, sha256, comment: null } };
}

describe("a post-incident summary", () => {
  it("leaves a question that was answered, and its other answer, out of the steps left open", async () => {
    const incident = await anIncidentInHand(ctx);
    const commander = ctx.as(incident.commander);
    const { versionId } = await inTransaction(ctx, (tx) =>
      importRunbook(tx, {
        source: "# Lag\n\n## Look\n\n1. Is it small?\n   - Yes: promote\n   - No: wait\n2. Unfreeze\n",
        fileName: "lag.md",
      }),
    );
    await act(commander, startRunbook, { key: incident.key, runbookVersionId: versionId });
    const items = (await readIncidentState(ctx, incident.id))!.checklists[0]!.items;
    const [, , no, unfreeze] = items.map(({ id }) => id);
    const done = { state: "done", expected: "todo", note: null, occurredAt: null } as const;
    await act(commander, setStepState, { itemId: no!, ...done });
    await act(commander, resolve, { key: incident.key, ...words });
    const { body } = await readSummary(commander, incident.key);
    expect(body.derived.open?.map(({ itemId }) => itemId)).toEqual([unfreeze]);
  });

  it("is drafted from the timeline when the incident is resolved", async () => {
    const { id, key, commander } = await aResolvedIncident();
    const { state, body } = await readSummary(commander, key);
    expect(state).toBe("draft");
    expect(body.derived.phases.map(({ status }) => status)).toEqual(["declared", "investigating"]);
    expect(body.derived.updates).toHaveLength(1);
    expect(body.derived.keyTimes.resolvedAt).not.toBeNull();
    await expectFoldEqualsTables(ctx, id);
  });

  it("never lets one editor overwrite another silently", async () => {
    const { key, commander } = await aResolvedIncident();
    const scribe = ctx.as(await aPerson(ctx, "responder", "Wen Li"));
    await act(commander, savePart, { key, part: "impact", base: "", text: "38 tenants waited." });
    const late = act(scribe, savePart, { key, part: "impact", base: "", text: "Some tenants waited." });
    await expect(late).rejects.toMatchObject({ code: "conflict", details: { text: "38 tenants waited." } });
    await act(scribe, savePart, { key, part: "rootCause", base: "", text: "A renamed field." });
    const { body, authorIds } = await readSummary(scribe, key);
    expect(body.parts).toMatchObject({ impact: "38 tenants waited.", rootCause: "A renamed field." });
    expect(authorIds).toHaveLength(2);
  });

  it("is not submitted while a part is empty, and says which", async () => {
    const { key, commander } = await aResolvedIncident();
    await act(commander, savePart, { key, part: "impact", base: "", text: "None." });
    const early = act(commander, submitSummary, { key });
    await expect(early).rejects.toMatchObject({
      message: "Still to write: root cause, remediation, what went well.",
    });
  });

  it("is signed off by a manager who wrote none of it, which meets its criterion and lets the incident close", async () => {
    const { id, key, commander, manager, decision } = await aSummaryInReview();
    const early = act(commander, close, { key, reason: null });
    await expect(early).rejects.toMatchObject({ code: "gate_open" });
    await act(manager, signOff, decision);
    await expectFoldEqualsTables(ctx, id);
    await act(commander, close, { key, reason: null });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is not signed off by its author, however high their access role", async () => {
    const { key, manager } = await aSummaryInReview();
    await act(manager, savePart, {
      key,
      part: "impact",
      base: "About impact.",
      text: "About impact, in numbers.",
    });
    await act(manager, submitSummary, { key });
    const { version, sha256 } = await readSummary(manager, key);
    const own = act(manager, signOff, { key, version, sha256, comment: null });
    await expect(own).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is decided on in the version that was read, and in no other", async () => {
    const { key, commander, manager, decision } = await aSummaryInReview();
    await act(commander, savePart, {
      key,
      part: "impact",
      base: "About impact.",
      text: "Changed after reading.",
    });
    await act(commander, submitSummary, { key });
    await expect(act(manager, signOff, decision)).rejects.toMatchObject({ code: "conflict" });
  });

  it("goes back with a comment, and comes again as a new version", async () => {
    const { id, key, commander, manager, decision } = await aSummaryInReview();
    await expect(act(manager, returnSummary, decision)).rejects.toMatchObject({ code: "invalid" });
    await act(manager, returnSummary, { ...decision, comment: "Impact in numbers, please." });
    await act(commander, savePart, {
      key,
      part: "impact",
      base: "About impact.",
      text: "38 tenants, 61 minutes.",
    });
    await act(commander, submitSummary, { key });
    const summary = await readSummary(manager, key);
    expect(summary).toMatchObject({ state: "in_review", version: decision.version + 1 });
    expect(summary.decisions[0]).toMatchObject({ kind: "returned", comment: "Impact in numbers, please." });
    await expectFoldEqualsTables(ctx, id);
  });

  it("shows the facts of now while it is written, also once it was returned; what was submitted stays", async () => {
    const { key, commander, manager, decision } = await aSummaryInReview();
    const severity = (from: Severity, to: Severity) => ({
      ...{ key, reason: "Fewer than thought." },
      changes: { severity: { from, to } },
    });
    const severityNow = async () => (await readSummary(manager, key)).body.derived.severity;
    await act(commander, editFacts, severity(1, 2));
    expect(await severityNow()).toBe(1);
    await act(manager, returnSummary, { ...decision, comment: "Impact in numbers, please." });
    expect(await severityNow()).toBe(2);
    await act(commander, addFollowUp, { key, title: "Alert", kind: "detect", ownerId: null, dueOn: null });
    const impact = { part: "impact", base: "About impact.", text: "38 tenants." } as const;
    await act(commander, savePart, { key, ...impact });
    await act(commander, editFacts, severity(2, 3));
    expect(await severityNow()).toBe(3);
    await act(commander, submitSummary, { key });
    await act(commander, editFacts, severity(3, 4));
    const { body, sha256, version } = await readSummary(manager, key);
    expect(body.derived.severity).toBe(3);
    expect(body.followUps).toHaveLength(1);
    const returned = await readVersion(manager, key, decision.version);
    expect(returned).toMatchObject({ sha256: decision.sha256, body: { derived: { severity: 1 } } });
    await act(manager, signOff, { key, version, sha256, comment: null });
    expect(await severityNow()).toBe(3);
  });

  it("loses its sign-off by an edit, visibly", async () => {
    const { id, key, commander, manager, decision } = await aSummaryInReview();
    await act(manager, signOff, decision);
    await act(commander, savePart, {
      key,
      part: "remediation",
      base: "About remediation.",
      text: "And a retry limit.",
    });
    const summary = await readSummary(manager, key);
    expect(summary).toMatchObject({ state: "draft", signedVersion: null });
    expect(summary.decisions[0]?.voidedAt).not.toBeNull();
    await expectFoldEqualsTables(ctx, id);
  });

  it("is drafted anew when the incident is reopened and resolved again; the earlier sign-off keeps its version", async () => {
    const { id, key, commander, manager, decision } = await aSummaryInReview();
    await act(manager, signOff, decision);
    await act(commander, reopen, { key, reason: "It came back." });
    await act(commander, resolve, { key, ...words });
    const summary = await readSummary(manager, key);
    expect(summary).toMatchObject({ state: "draft", version: decision.version + 1 });
    expect(summary.decisions[0]).toMatchObject({ version: decision.version, voidedAt: null });
    const drafted = await ctx.db.timelineEntry.count({ where: { streamId: id, kind: "summary.drafted" } });
    expect(drafted).toBe(2);
    await expectFoldEqualsTables(ctx, id);
  });
});

describe("follow-ups", () => {
  it("are added, changed, ended and opened again, each with its entry", async () => {
    const { id, key, commander } = await aResolvedIncident();
    const owner = await aPerson(ctx, "responder", "Sam Duarte");
    await act(commander, addFollowUp, {
      key,
      title: "Contract test",
      kind: "prevent",
      ownerId: null,
      dueOn: "2026-04-01",
    });
    const row = await ctx.db.followUp.findFirstOrThrow({ where: { incidentId: id } });
    await act(commander, changeFollowUp, {
      followUpId: row.id,
      title: "Contract test for renamed fields",
      ownerId: owner.id,
    });
    await act(commander, endFollowUp, { followUpId: row.id, state: "done", reason: null });
    await act(commander, endFollowUp, { followUpId: row.id, state: "open", reason: null });
    const silent = act(commander, endFollowUp, { followUpId: row.id, state: "dropped", reason: null });
    await expect(silent).rejects.toMatchObject({ code: "invalid" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("make who wrote one an author of the summary, who cannot sign it off", async () => {
    const { key, manager, decision } = await aSummaryInReview();
    await act(manager, addFollowUp, { key, title: "Alert", kind: "detect", ownerId: null, dueOn: null });
    await expect(act(manager, signOff, decision)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are owned by nobody who may not see the incident", async () => {
    const { key, commander } = await anIncidentInHand(ctx, { visibility: "members" });
    const stranger = await aPerson(ctx, "responder", "Sam Duarte");
    const followUp = { title: "Alert", kind: "detect", ownerId: stranger.id, dueOn: null } as const;
    const added = act(ctx.as(commander), addFollowUp, { key, ...followUp });
    await expect(added).rejects.toMatchObject({ code: "invalid" });
  });
});
