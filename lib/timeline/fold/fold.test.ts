import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEntry, fold } from ".";
import { eventKinds } from "../events";
import { after, timeline, type Step } from "../testing/after";
import { anEntry } from "../testing/an-entry";
import { samples } from "../testing/samples";
import { people, things, uuid } from "../testing/things";

const { mara, jonah, sam } = people;

test("a declaration gives a declared incident without commander, its first slot open", () => {
  const state = after();
  expect(state).toMatchObject({
    key: "INC-42",
    seq: 1,
    title: { value: "words 1" },
    status: "declared",
    commanderId: null,
    declaredById: mara,
    serviceIds: [things.planner],
  });
  expect(state.cadence.open).toMatchObject({ update: 1, dueAt: Date.parse("2026-03-01T03:15:00.000Z") });
});

test("a timeline that does not begin with its declaration cannot be folded", () => {
  expect(() => fold([anEntry("note.added")])).toThrow("begins with its declaration");
  expect(() => fold([])).toThrow("begins with its declaration");
});

test("acknowledging gives command and begins the investigation", () => {
  const state = after(["command.assigned", { to: mara }], ["command.acknowledged"]);
  expect(state).toMatchObject({
    status: "investigating",
    commanderId: mara,
    acknowledgedAt: "2026-03-01T03:02:00.000Z",
    commandSince: "2026-03-01T03:02:00.000Z",
  });
  expect(state.participants.map((p) => p.personId)).toEqual([mara]);
});

test("an offer leaves command where it is until it is accepted", () => {
  const offered: Step[] = [["command.acknowledged"], ["command.offered"]];
  expect(after(...offered)).toMatchObject({ commanderId: mara, offer: { toId: jonah } });
  expect(after(...offered, ["command.declined", { from: mara, to: jonah }])).toMatchObject({
    commanderId: mara,
    offer: null,
  });
  expect(after(...offered, ["command.withdrawn"])).toMatchObject({ commanderId: mara, offer: null });
  expect(after(...offered, ["command.offer_unanswered"])).toMatchObject({ offer: { toId: jonah } });
  expect(after(...offered, ["command.accepted", { from: mara, to: jonah }])).toMatchObject({
    commanderId: jonah,
    commandSince: "2026-03-01T03:03:00.000Z",
    offer: null,
  });
});

test("command can be taken, which ends an offer", () => {
  const state = after(
    ["command.acknowledged"],
    ["command.offered"],
    ["command.taken", { from: mara, to: sam }],
  );
  expect(state).toMatchObject({ commanderId: sam, offer: null });
});

test("who leaves keeps their place in the list, and is back when they join again", () => {
  const left = after(["person.joined"], ["person.left"]);
  expect(left.participants).toMatchObject([{ personId: sam, leftAt: "2026-03-01T03:02:00.000Z" }]);
  const back = after(["person.joined"], ["person.left"], ["person.joined", { role: "deputy" }]);
  expect(back.participants).toEqual([
    { personId: sam, role: "deputy", joinedAt: "2026-03-01T03:03:00.000Z", leftAt: null },
  ]);
  expect(after(["person.joined"], ["person.role_changed"]).participants[0]?.role).toBe("communications_lead");
});

test("mitigated is the first time in monitoring, and stays", () => {
  const state = after(
    ["incident.status_changed", { to: "monitoring" }],
    ["incident.status_changed", { to: "investigating" }],
    ["incident.status_changed", { to: "monitoring" }],
  );
  expect(state).toMatchObject({
    status: "monitoring",
    statusSince: "2026-03-01T03:03:00.000Z",
    mitigatedAt: "2026-03-01T03:01:00.000Z",
  });
});

test("resolving stops the clock, reopening starts one interval", () => {
  const resolved = after(["incident.resolved"]);
  expect(resolved).toMatchObject({ status: "resolved", resolvedAt: "2026-03-01T03:01:00.000Z" });
  expect(resolved.cadence.open).toBeNull();
  const reopened = after(["incident.resolved"], ["incident.closed"], ["incident.reopened"]);
  expect(reopened).toMatchObject({ status: "investigating", resolvedAt: null, closedAt: null });
  expect(reopened.cadence.open?.dueAt).toBe(Date.parse("2026-03-01T03:18:00.000Z"));
});

test("cancelling stops the clock and names what it was merged into", () => {
  const state = after(["command.acknowledged"], ["command.offered"], ["incident.cancelled"]);
  expect(state).toMatchObject({ status: "cancelled", mergedIntoId: things.otherIncident, offer: null });
  expect(state.cadence.open).toBeNull();
});

test("what is merged into an incident changes nothing in it", () => {
  const before = after(["command.acknowledged"]);
  expect(after(["command.acknowledged"], ["incident.absorbed"])).toEqual({ ...before, seq: 3 });
});

test("every fact of the incident can change", () => {
  const state = after(
    ["incident.title_changed"],
    ["incident.severity_changed", { from: 1, to: 3 }],
    ["incident.environment_changed"],
    ["incident.services_changed"],
    ["incident.start_corrected"],
    ["incident.detection_corrected"],
    ["incident.call_link_changed"],
    ["incident.visibility_changed"],
  );
  expect(state).toMatchObject({
    title: { id: uuid(9_005), value: "words 5" },
    severity: 3,
    environmentId: things.staging,
    serviceIds: [things.queue],
    startedAt: "2026-03-01T02:06:00.000Z",
    detectedAt: "2026-03-01T02:08:00.000Z",
    detection: "customer",
    callLink: { value: "words 7" },
    visibility: "members",
  });
  expect(state.cadence.open?.dueAt).toBe(Date.parse("2026-03-01T03:30:00.000Z"));
});

test("a started checklist brings its steps and its runbook's cadence", () => {
  const state = after(["checklist.started"]);
  expect(state.checklists[0]).toMatchObject({ id: things.checklist, startedById: mara });
  expect(state.checklists[0]?.items).toMatchObject([{ id: things.item, state: "todo", remarks: [] }]);
  expect(state.cadence.runbookMinutes).toEqual([10]);
});

test("a step added by hand stands where it was put", () => {
  const state = after(["checklist.started"], ["step.added", { position: 0 }]);
  expect(state.checklists[0]?.items.map((item) => item.id)).toEqual([things.addedItem, things.item]);
  expect(state.checklists[0]?.items[0]?.title?.value).toBe("words 15");
});

test.each([
  ["step.taken", "in_progress", null],
  ["step.done", "done", "words 16"],
  ["step.skipped", "skipped", "words 17"],
  ["step.failed", "failed", "words 18"],
  ["step.blocked", "blocked", "words 19"],
  ["step.marked_not_applicable", "not_applicable", null],
  ["step.unticked", "todo", null],
  ["step.unblocked", "todo", null],
] as const)("%s makes the step %s, with its words and who did it", (kind, to, words) => {
  const item = after(["checklist.started"], [kind] as Step).checklists[0]?.items[0];
  expect(item).toMatchObject({ state: to, changedById: mara, changedAt: "2026-03-01T03:02:00.000Z" });
  expect(item?.reason?.value ?? null).toBe(words);
});

test("a step that was ticked offline counts from when it happened", () => {
  const occurredAt = "2026-03-01T02:59:30.000Z";
  const entries = [...timeline([["checklist.started"]]), anEntry("step.done", {}, { seq: 3, occurredAt })];
  expect(fold(entries).checklists[0]?.items[0]?.changedAt).toBe(occurredAt);
});

test("taking a step and assigning it both say whose it is", () => {
  expect(after(["checklist.started"], ["step.taken"]).checklists[0]?.items[0]?.assigneeId).toBe(mara);
  const given = after(["checklist.started"], ["step.taken"], ["step.assigned"]).checklists[0]?.items[0];
  expect(given).toMatchObject({ assigneeId: sam, state: "in_progress" });
});

test("comments and evidence stay with their step", () => {
  const item = after(["checklist.started"], ["step.commented"], ["step.evidence_added"]).checklists[0]
    ?.items[0];
  expect(item?.remarks).toMatchObject([
    { kind: "comment", text: { value: "words 20" }, personId: mara },
    { kind: "evidence", text: { value: "words 21" } },
  ]);
});

test("an act that came second stays with its step, which does not move", () => {
  const item = after(["checklist.started"], ["step.done"], ["step.acted_second"]).checklists[0]?.items[0];
  expect(item).toMatchObject({
    state: "done",
    secondActs: [{ did: "skipped", personId: mara, note: { value: "words 33" } }],
  });
});

test("an exit criterion is open, then met or waived, and can be opened again", () => {
  expect(after(["criterion.added"]).criteria).toMatchObject([{ state: "open", decidedById: null }]);
  expect(after(["criterion.added"], ["criterion.met"]).criteria).toMatchObject([
    { state: "met", decidedById: mara, reason: { value: "words 23" } },
  ]);
  expect(after(["criterion.added"], ["criterion.waived"]).criteria).toMatchObject([{ state: "waived" }]);
  const again = after(["criterion.added"], ["criterion.waived"], ["criterion.reopened"]);
  expect(again.criteria).toMatchObject([{ state: "open", reason: null }]);
});

test("a posted update is kept with its entry, and opens the next slot", () => {
  const state = after(["update.posted", { number: 1 }]);
  expect(state.updates).toMatchObject([
    { number: 1, seq: 2, current: { value: "words 25" }, postedById: mara },
  ]);
  expect(state.cadence.open).toMatchObject({ update: 2, dueAt: Date.parse("2026-03-01T03:16:00.000Z") });
});

test("a snooze moves the open slot", () => {
  const state = after([
    "update.snoozed",
    { from: "2026-03-01T03:15:00.000Z", to: "2026-03-01T03:25:00.000Z" },
  ]);
  expect(state.cadence.open?.dueAt).toBe(Date.parse("2026-03-01T03:25:00.000Z"));
});

test("a missed slot is followed by one that is due an interval later", () => {
  const entry = anEntry("update.missed", { number: 1 }, { seq: 2, minute: 30, actorId: null });
  const state = applyEntry(after(), entry);
  expect(state.cadence.open).toMatchObject({
    ordinal: 2,
    update: 1,
    dueAt: Date.parse("2026-03-01T03:30:00.000Z"),
  });
});

test("the summary goes from draft to signed off, and an edit makes the sign-off void", () => {
  const signed: Step[] = [["summary.drafted"], ["summary.submitted"], ["summary.signed_off"]];
  expect(after(["summary.drafted"]).summary).toMatchObject({ state: "draft", signedVersion: null });
  expect(after(["summary.drafted"], ["summary.submitted"]).summary?.state).toBe("in_review");
  expect(after(["summary.drafted"], ["summary.returned"]).summary?.state).toBe("returned");
  expect(after(...signed).summary).toMatchObject({ state: "signed_off", signedVersion: 2 });
  expect(after(...signed, ["summary.edited", { version: 3 }]).summary).toMatchObject({
    state: "draft",
    version: 3,
    signedVersion: null,
  });
});

test("a follow-up is added, changed, ended and opened again", () => {
  const begun: Step[] = [["follow_up.added"], ["follow_up.changed"]];
  expect(after(...begun).followUps).toMatchObject([
    { number: 1, title: { value: "words 32" }, ownerId: jonah, dueOn: "2026-03-27", state: "open" },
  ]);
  expect(after(...begun, ["follow_up.ended"]).followUps[0]?.state).toBe("done");
  expect(after(...begun, ["follow_up.ended"], ["follow_up.reopened"]).followUps[0]?.state).toBe("open");
});

test("redacted words are gone from wherever the state holds them", () => {
  const redaction = (n: number): Step => ["text.redacted", { textId: uuid(9_000 + n) }];
  expect(after(redaction(1)).title).toEqual({ id: uuid(9_001), value: null });
  const walked: Step[] = [["checklist.started"], ["step.commented"], ["step.failed"]];
  const item = after(...walked, redaction(20), redaction(18)).checklists[0]?.items[0];
  expect(item?.remarks[0]?.text.value).toBeNull();
  expect(item?.reason).toEqual({ id: uuid(9_018), value: null });
});

test.each(
  eventKinds.filter((kind) =>
    /^(note|log|entry)\.|^update\.(corrected|delivery)|command\.offer_un/.test(kind),
  ),
)("%s is part of the record and changes no state but its number", (kind) => {
  const before = after();
  expect({ ...applyEntry(before, anEntry(kind, {}, { seq: 2 })), seq: 1 }).toEqual(before);
});

test("an entry that was applied already changes nothing", () => {
  const state = after(["command.acknowledged"]);
  expect(applyEntry(state, anEntry("incident.resolved", {}, { seq: 2 }))).toBe(state);
});

const anyTimeline = fc
  .array(fc.constantFrom(...eventKinds.filter((kind) => kind !== "incident.declared")), { maxLength: 40 })
  .map((kinds) => timeline(kinds.map((kind) => [kind, samples[kind]] as Step)));

test("folding all at once and applying one by one give the same, whatever happened", () => {
  fc.assert(
    fc.property(anyTimeline, ([declared, ...rest]) => {
      if (!declared) return;
      const live = rest.reduce(
        (state, entry) => applyEntry(applyEntry(state, entry), entry),
        fold([declared]),
      );
      expect(live).toEqual(fold([declared, ...rest]));
      expect(live.seq).toBe(rest.length + 1);
    }),
    { numRuns: 200 },
  );
});

test("an earlier state is never written to", () => {
  fc.assert(
    fc.property(anyTimeline, ([declared, ...rest]) => {
      if (!declared) return;
      rest.reduce(
        (state, entry) => deepFreeze(applyEntry(state, deepFreeze(entry))),
        deepFreeze(fold([declared])),
      );
    }),
    { numRuns: 100 },
  );
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
