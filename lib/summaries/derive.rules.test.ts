import { describe, expect, it } from "vitest";
import { fold } from "@/lib/timeline/fold";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import type { Entry } from "@/lib/timeline/events";
import { people, things, uuid } from "@/lib/timeline/testing/things";
import { derive } from "./derive.rules";

const declared = anEntry("incident.declared", {}, { seq: 1, minute: 0 });
const acknowledged = anEntry("command.acknowledged", {}, { seq: 2, minute: 2 });

function derived(...entries: Entry[]) {
  const all = [declared, acknowledged, ...entries];
  return derive(all, fold(all), "a".repeat(64));
}

describe("what the timeline says for the summary", () => {
  it("gives how long it was in each status, up to the last change", () => {
    const { phases } = derived(
      anEntry("incident.status_changed", { from: "investigating", to: "monitoring" }, { seq: 3, minute: 30 }),
      anEntry("incident.resolved", { from: "monitoring" }, { seq: 4, minute: 50 }),
    );
    expect(
      phases.map(({ status, from, to }) => [status, (Date.parse(to) - Date.parse(from)) / 60_000]),
    ).toEqual([
      ["declared", 2],
      ["investigating", 28],
      ["monitoring", 20],
    ]);
  });

  it("tells of statuses, command and pinned notes, not of every note", () => {
    const { story } = derived(
      anEntry("note.added", {}, { seq: 3 }),
      anEntry("note.added", {}, { seq: 4 }),
      anEntry("entry.pinned", { seq: 4 }, { seq: 5 }),
    );
    expect(story).toEqual([1, 2, 4]);
  });

  it("leaves a note out that was unpinned again", () => {
    const { story } = derived(
      anEntry("note.added", {}, { seq: 3 }),
      anEntry("entry.pinned", { seq: 3 }, { seq: 4 }),
      anEntry("entry.unpinned", { seq: 3 }, { seq: 5 }),
    );
    expect(story).toEqual([1, 2]);
  });

  it("leaves a tick out that was taken back, and a criterion that was opened again", () => {
    const { story } = derived(
      anEntry("step.done", {}, { seq: 3 }),
      anEntry("step.unticked", {}, { seq: 4 }),
      anEntry("criterion.met", {}, { seq: 5 }),
      anEntry("criterion.reopened", {}, { seq: 6 }),
      anEntry("step.done", {}, { seq: 7 }),
    );
    expect(story).toEqual([1, 2, 7]);
  });

  it("names the commander as commander among those who took part", () => {
    const { participants } = derived(
      anEntry("person.joined", { personId: people.mara, role: "responder" }, { seq: 3 }),
      anEntry("person.joined", { personId: people.sam, role: "scribe" }, { seq: 4 }),
    );
    expect(participants).toEqual([
      { personId: people.mara, role: "commander", commanded: [{ from: acknowledged.at, to: null, seq: 2 }] },
      { personId: people.sam, role: "scribe", commanded: [] },
    ]);
  });

  it("says who commanded, from when to when, and names them first", () => {
    const accepted = anEntry(
      "command.accepted",
      { from: people.mara, to: people.sam },
      { seq: 3, minute: 9 },
    );
    const { participants } = derived(
      accepted,
      anEntry("person.joined", { personId: people.jonah, role: "deputy" }, { seq: 4 }),
    );
    expect(participants).toEqual([
      {
        ...{ personId: people.mara, role: "responder" },
        commanded: [{ from: acknowledged.at, to: accepted.at, seq: 2 }],
      },
      { personId: people.sam, role: "commander", commanded: [{ from: accepted.at, to: null, seq: 3 }] },
      { personId: people.jonah, role: "deputy", commanded: [] },
    ]);
  });

  it("tells what happened in its order: an act that was kept without a connection stands where it was made", () => {
    const { story } = derived(
      anEntry("step.done", {}, { seq: 3, minute: 8 }),
      anEntry(
        "step.skipped",
        { itemId: things.addedItem },
        { seq: 4, minute: 9, occurredAt: "2026-03-01T03:07:00.000Z" },
      ),
    );
    expect(story).toEqual([1, 2, 4, 3]);
  });

  it("does not tell that a checklist was added: what was done in it is told", () => {
    const { story } = derived(
      anEntry("checklist.started", {}, { seq: 3 }),
      anEntry("step.done", {}, { seq: 4 }),
    );
    expect(story).toEqual([1, 2, 4]);
  });

  it("names steps that were skipped with the reason and the entry that says so", () => {
    const { steps } = derived(
      anEntry("checklist.started", {}, { seq: 3 }),
      anEntry("step.skipped", {}, { seq: 4 }),
    );
    expect(steps).toMatchObject([{ itemId: things.item, state: "skipped", seq: 4 }]);
  });

  it("names the steps that nobody began, or ended, apart from them, with the entry that put each there", () => {
    const [first, second, third] = [uuid(801), uuid(802), uuid(803)];
    const item = (id: string) => ({ ...anEntry("step.added").data.item, id });
    const { open, steps } = derived(
      anEntry("checklist.started", { items: [item(first), item(second)] }, { seq: 3 }),
      anEntry("step.added", { item: item(third), position: 2 }, { seq: 4 }),
      anEntry("step.skipped", { itemId: first }, { seq: 5 }),
      anEntry("step.taken", { itemId: third }, { seq: 6 }),
    );
    const { checklist: checklistId } = things;
    expect(steps.map(({ itemId }) => itemId)).toEqual([first]);
    expect(open).toEqual([
      expect.objectContaining({ checklistId, itemId: second, state: "todo", seq: 3 }),
      expect.objectContaining({ checklistId, itemId: third, state: "in_progress", seq: 6 }),
    ]);
  });

  it("tells of an act that came second where it was another one, not where it was the same", () => {
    const { story } = derived(
      anEntry("step.done", {}, { seq: 3 }),
      anEntry("step.acted_second", { was: "done", did: "failed" }, { seq: 4 }),
      anEntry("step.acted_second", { was: "done", did: "done" }, { seq: 5 }),
    );
    expect(story).toEqual([1, 2, 3, 4]);
  });

  it("leaves out what nobody had to do any more, because another answer was given", () => {
    const [asked, other] = [uuid(801), uuid(802)];
    const item = (id: string) => ({ ...anEntry("step.added").data.item, id });
    const all = [
      declared,
      acknowledged,
      anEntry("checklist.started", { items: [item(asked), item(other)] }, { seq: 3 }),
    ];
    const { open } = derive(all, fold(all), "a".repeat(64), new Set([asked]));
    expect(open.map(({ itemId }) => itemId)).toEqual([other]);
  });

  it("tells of an update's correction too", () => {
    const { story } = derived(
      anEntry("update.posted", {}, { seq: 3 }),
      anEntry("update.corrected", {}, { seq: 4 }),
    );
    expect(story).toEqual([1, 2, 3, 4]);
  });

  it("says who waived an exit criterion and where", () => {
    const { criteria } = derived(
      anEntry("criterion.added", {}, { seq: 3 }),
      anEntry("criterion.waived", {}, { seq: 4, actorId: people.jonah }),
    );
    expect(criteria).toMatchObject([{ state: "waived", byId: people.jonah, seq: 4 }]);
    expect(criteria[0]?.reason).toBeTruthy();
  });

  it("leaves a criterion without an entry while it is open", () => {
    expect(derived(anEntry("criterion.added", {}, { seq: 3 })).criteria).toMatchObject([
      { state: "open", seq: null, reason: null },
    ]);
  });

  it("says [redacted] where the title's words are gone", () => {
    const title = anEntry("incident.declared", {}, { seq: 1, minute: 0, texts: {} });
    expect(derive([title], fold([title]), "a".repeat(64)).title).toBe("[redacted]");
  });

  it("is the same for the same entries", () => {
    expect(derived()).toEqual(derived());
  });
});
