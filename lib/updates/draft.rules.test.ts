import { describe, expect, it } from "vitest";
import { createNames } from "@/lib/timeline/describe/create-names";
import type { Entry } from "@/lib/timeline/events";
import { fold } from "@/lib/timeline/fold";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { people, things, uuid } from "@/lib/timeline/testing/things";
import { draftUpdate } from "./draft.rules";
import { citedIn } from "./lines.rules";
import { draftBody, updateInput } from "./schemas";

const begin: Entry[] = [
  anEntry("incident.declared"),
  anEntry("checklist.started", {}, { seq: 2 }),
  anEntry("criterion.added", {}, { seq: 3, texts: { [uuid(9_011)]: "Queue under 50" } }),
];
const ref = (n: number) => ({ textId: uuid(9_500 + n), digest: "d".repeat(64) });
const words = (n: number, text: string) => ({ [uuid(9_500 + n)]: text });

/** The draft of what came after the beginning. */
function drafted(...after: Entry[]) {
  return draftedOf({}, ...after);
}

interface Told {
  stepTitle?: string;
  /** Steps that change production. */
  risky?: string[];
}

function draftedOf({ stepTitle = "Restart the planner.", risky = [] }: Told, ...after: Entry[]) {
  const state = fold([...begin, ...after]);
  const names = createNames({
    ...{ me: null, timeZone: "UTC", form: "short", state },
    people: [
      { id: people.mara, name: "Mara Lind" },
      { id: people.jonah, name: "Jonah Okoro" },
      { id: people.sam, name: "Sam Ward" },
    ],
    stepTitle: () => stepTitle,
    sectionTitle: () => "First five minutes:",
  });
  return draftUpdate(after, state, names, new Set(risky));
}

/** A step of a name of its own, and its tick. */
function doneSteps(from: number, ...titles: string[]): Entry[] {
  return titles.flatMap((title, index) => {
    const [id, seq] = [uuid(700 + index), from + 2 * index];
    const added = { item: { ...anEntry("step.added").data.item, id, title: ref(seq) } };
    return [
      anEntry("step.added", added, { seq, texts: words(seq, title) }),
      anEntry("step.done", { itemId: id, note: null }, { seq: seq + 1, actorId: people.sam }),
    ];
  });
}

/** A chart's node in a round, put there by an answer. */
const inRound = (round: number) => {
  const { item } = anEntry("step.added").data;
  return { ...item, id: uuid(720 + round), stepKey: "nod_inspect", title: null, round };
};

const note = (seq: number, text: string) =>
  anEntry("note.added", { text: ref(seq) }, { seq, texts: words(seq, text) });

describe("the draft of an update", () => {
  it("is empty when nothing happened", () => {
    expect(drafted()).toEqual({
      body: { current: [], progress: [], blockers: [], nextMinutes: null, draftedTo: 3 },
      items: [],
    });
  });

  it("says the status of now and since when, and offers the earlier ones", () => {
    const { body, items } = drafted(
      anEntry("incident.status_changed", { from: "declared", to: "mitigating", reason: null }, { seq: 4 }),
      anEntry("incident.status_changed", { from: "mitigating", to: "monitoring", reason: null }, { seq: 5 }),
    );
    expect(body.current).toEqual([{ text: "Monitoring since 03:04 UTC.", seqs: [5] }]);
    expect(items.map(({ seq, text }) => [seq, text])).toEqual([
      [4, "Mitigating since 03:03 UTC."],
      [5, "Monitoring since 03:04 UTC."],
    ]);
  });

  it("says the day of a status that stands since another one", () => {
    const { body } = drafted(
      anEntry("command.acknowledged", { from: null, to: people.mara }, { seq: 4 }),
      anEntry("note.added", { text: ref(5) }, { seq: 5, minute: 24 * 60, texts: words(5, "Still slow") }),
    );
    expect(body.current[0]?.text).toBe("Investigating since Sun 1 Mar, 03:03 UTC.");
  });

  it("does not repeat what the last update told although it was not drafted, only what still holds", () => {
    const blocked = { reason: ref(6) };
    const { body, items } = drafted(
      anEntry("incident.status_changed", { from: "declared", to: "mitigating", reason: null }, { seq: 4 }),
      note(5, "Told"),
      anEntry("step.blocked", blocked, { seq: 6, texts: words(6, "no rights") }),
      note(7, "Not told"),
      anEntry("entry.pinned", { seq: 5 }, { seq: 8 }),
      anEntry("entry.pinned", { seq: 7 }, { seq: 9 }),
      anEntry("update.posted", { sources: [4, 5, 6], draftedTo: 3 }, { seq: 10 }),
    );
    expect(body.current.map(({ text }) => text)).toEqual(["Mitigating since 03:03 UTC.", "Not told."]);
    expect(body.blockers).toEqual([{ text: "Blocked: Restart the planner: no rights.", seqs: [6] }]);
    expect(items.map(({ seq }) => seq)).toEqual([4, 6, 7]);
  });

  it("says the severity of now alone", () => {
    const lowered = anEntry("incident.severity_changed", { from: 1, to: 3, reason: null }, { seq: 4 });
    const raised = anEntry("incident.severity_changed", { from: 3, to: 1, reason: null }, { seq: 5 });
    const { body, items } = drafted(lowered, raised);
    expect(body.current.map(({ text }) => text)).toEqual(["Now SEV1."]);
    expect(items.find(({ seq }) => seq === 4)).toMatchObject({ drafted: false, overtaken: true });
  });

  it("offers a note in the words and at the time that it was put right to", () => {
    const at = "2026-03-01T02:50:00.000Z";
    const later = "2026-03-01T02:55:00.000Z";
    const { items } = drafted(
      anEntry("note.added", { text: ref(1) }, { seq: 4, occurredAt: at, texts: words(1, "1,284 wait.") }),
      anEntry("entry.corrected", { seq: 4, text: ref(2) }, { seq: 5, texts: words(2, "1,248 wait.") }),
      anEntry("note.added", { text: ref(3) }, { seq: 6, texts: words(3, "A customer called.") }),
      anEntry("entry.time_corrected", { seq: 6, from: at, to: later }, { seq: 7 }),
    );
    expect(items.map((item) => item.at)).toEqual([at, later]);
    expect(items[0]?.sentence).toContain("1,248 wait.");
    expect(items[0]?.sentence).not.toContain("1,284");
  });

  it("takes pinned notes word for word on one line, in the words of their latest correction", () => {
    const { body } = drafted(
      note(4, "1,284 wait\n in the queue"),
      anEntry("entry.corrected", { seq: 4, text: ref(5) }, { seq: 5, texts: words(5, "1,248 wait.") }),
      note(6, "New ones complete"),
      anEntry("entry.pinned", { seq: 4 }, { seq: 7 }),
      anEntry("entry.pinned", { seq: 6 }, { seq: 8 }),
    );
    expect(body.current).toEqual([
      { text: "1,248 wait.", seqs: [4, 5] },
      { text: "New ones complete.", seqs: [6] },
    ]);
  });

  it("cites what was filled into the gaps of a step that it tells of", () => {
    const { body, items } = draftedOf(
      { stepTitle: "Drain <run_id>" },
      anEntry("placeholder.filled", {}, { seq: 4, texts: { [uuid(9_030)]: "orch-7" } }),
      anEntry("step.done", { note: null }, { seq: 5, actorId: people.sam }),
    );
    expect(body.progress).toEqual([{ text: "Done: Drain orch-7 (Sam).", seqs: [5, 4] }]);
    expect(items).toMatchObject([{ seq: 5, seqs: [5, 4] }]);
  });

  it("offers what was noted in the room, and says none of it: it was written for those who work there", () => {
    const { body, items } = drafted(
      note(4, "try the other shard?"),
      note(5, "Pinned, then not"),
      ...[anEntry("entry.pinned", { seq: 5 }, { seq: 6 }), anEntry("entry.unpinned", { seq: 5 }, { seq: 7 })],
    );
    expect(body.current).toEqual([]);
    expect(items).toMatchObject([
      { seq: 4, text: "try the other shard?", field: "current", drafted: false, overtaken: false },
      { seq: 5, drafted: false },
    ]);
  });

  it("can be saved and posted however much was done", () => {
    const done = Array.from({ length: 900 }, (_, n) =>
      anEntry("step.done", { note: null, itemId: uuid(10_000 + n) }, { seq: 4 + n, actorId: people.sam }),
    );
    const { body } = drafted(...done);
    expect(body.progress).toMatchObject([{ text: expect.stringMatching(/and 896 more\.$/) as string }]);
    expect(draftBody.safeParse(body).error).toBeUndefined();
    expect(updateInput.shape.sources.safeParse(citedIn(body)).error).toBeUndefined();
  });

  it("says nothing that was redacted", () => {
    const redacted = anEntry("note.added", { text: ref(4) }, { seq: 4, texts: { [uuid(9_504)]: null } });
    expect(drafted(redacted).items).toEqual([]);
  });

  it("counts only what a step came to", () => {
    const move = { itemId: things.item };
    const { body, items } = drafted(
      anEntry("step.taken", { ...move, from: "todo" }, { seq: 4 }),
      anEntry("step.done", { ...move, from: "in_progress", note: null }, { seq: 5 }),
      anEntry("step.unticked", { ...move, from: "done" }, { seq: 6 }),
      anEntry(
        "step.failed",
        { ...move, from: "todo", note: ref(7) },
        { seq: 7, texts: words(7, "It hung for 3 min") },
      ),
    );
    expect(body.progress).toEqual([]);
    expect(body.blockers).toEqual([{ text: "Failed: Restart the planner: It hung for 3 min.", seqs: [7] }]);
    expect(items.map(({ seq }) => seq)).toEqual([7]);
  });

  it("names who did a step or does it, and why one was skipped or waits", () => {
    const line = (entry: Entry) => {
      const { body } = drafted(entry);
      return [...body.progress, ...body.blockers].map(({ text }) => text);
    };
    const done = { from: "todo", note: null } as const;
    expect(line(anEntry("step.done", done, { seq: 4 }))).toEqual(["Done: Restart the planner (Mara)."]);
    expect(line(anEntry("step.taken", {}, { seq: 4, actorId: people.sam }))).toEqual([
      "Under way: Restart the planner (Sam).",
    ]);
    expect(line(anEntry("decision.answered", { note: null }, { seq: 4 }))).toEqual([
      "Restart the planner: no (Mara).",
    ]);
    expect(line(anEntry("decision.answered", { to: null, note: null }, { seq: 4 }))).toEqual([]);
    const reason = { reason: ref(4) };
    expect(line(anEntry("step.skipped", reason, { seq: 4, texts: words(4, "not ours") }))).toEqual([
      "Skipped: Restart the planner: not ours.",
    ]);
    expect(
      line(anEntry("step.blocked", reason, { seq: 4, texts: words(4, "waits for the vendor") })),
    ).toEqual(["Blocked: Restart the planner: waits for the vendor."]);
  });

  it("puts things of one sort on one line with all their sources", () => {
    const { body } = drafted(
      ...doneSteps(4, "Fence", "Promote"),
      anEntry("criterion.met", { note: null }, { seq: 8 }),
    );
    expect(body.progress).toEqual([{ text: "Done: Promote; Fence.", seqs: [5, 7] }]);
    expect(body.current).toEqual([{ text: expect.stringMatching(/^Met: .+\.$/), seqs: [8] }]);
  });

  it("names four of many, what changes production and then the newest first, and counts the others", () => {
    const steps = doneSteps(4, "Look", "Roll back", "Pods", "Restart", "Lag", "Logs", "Graph");
    const { body } = draftedOf({ risky: [uuid(701), uuid(703)] }, ...steps);
    expect(body.progress).toEqual([
      { text: "Done: Restart; Roll back; Graph; Logs; and 3 more.", seqs: [5, 7, 9, 11, 13, 15, 17] },
    ]);
  });

  it("does not say who came, which can be added", () => {
    const { body, items } = drafted(
      anEntry("person.joined", { personId: people.sam, role: "responder" }, { seq: 4, actorId: people.sam }),
    );
    expect(body.progress).toEqual([]);
    expect(items).toMatchObject([{ seq: 4, drafted: false }]);
  });

  it("tells a question and a step of a chart as they stand in the latest round, and offers the earlier ones", () => {
    const answer = { from: null, note: null, dropped: [], left: [], position: 1 };
    const [first, second] = [inRound(1).id, inRound(2).id];
    const yes = { to: "nod_end", label: "yes" };
    const rounds = [
      anEntry("decision.answered", { ...answer, items: [inRound(1)] }, { seq: 4 }),
      anEntry("decision.answered", { ...answer, itemId: first, items: [inRound(2)] }, { seq: 5 }),
      anEntry("decision.answered", { ...answer, itemId: second, items: [], to: yes }, { seq: 6 }),
    ];
    const { body, items } = draftedOf({ stepTitle: "Is it well?" }, ...rounds);
    expect(body.progress.map(({ text }) => text)).toEqual([
      "“Is it well?”: no (Mara).",
      "“Is it well?” in round 2: yes (Mara).",
    ]);
    expect(items.find(({ seq }) => seq === 5)).toMatchObject({ drafted: false, overtaken: true });
    const back = anEntry("decision.answered", { ...answer, itemId: second, items: [], to: null }, { seq: 7 });
    expect(draftedOf({}, ...rounds, back).body.progress.flatMap(({ seqs }) => seqs)).toEqual([4, 5]);
  });

  it("says who has command now, and leaves small things for the author to add", () => {
    const { body, items } = drafted(
      anEntry("command.acknowledged", { from: null, to: people.mara }, { seq: 4 }),
      anEntry("command.offered", { from: people.mara, to: people.jonah, note: null }, { seq: 5 }),
      anEntry("command.accepted", { from: people.mara, to: people.jonah }, { seq: 6 }),
    );
    expect(body.current).toEqual([{ text: "Investigating since 03:03 UTC.", seqs: [4] }]);
    expect(body.progress).toEqual([{ text: "Jonah has command.", seqs: [6] }]);
    expect(items.map(({ seq }) => seq)).toEqual([4, 5, 6]);
  });

  it("ends each line once, whatever the words end with", () => {
    const { body } = drafted(
      anEntry("criterion.met", { note: null }, { seq: 4 }),
      note(5, "It says “no route.”"),
      anEntry("entry.pinned", { seq: 5 }, { seq: 6 }),
      anEntry("step.taken", {}, { seq: 7 }),
    );
    expect(body.progress.map(({ text }) => text)).toEqual(["Under way: Restart the planner (Mara)."]);
    expect(body.current.map(({ text }) => text)).toContain("It says “no route.”");
  });

  it("does not tell that a checklist was added, only what was done in it", () => {
    const { body, items } = drafted(
      anEntry("checklist.started", {}, { seq: 4 }),
      anEntry("step.taken", {}, { seq: 5 }),
    );
    expect(body.progress.map(({ seqs }) => seqs)).toEqual([[5]]);
    expect(items.map(({ seq }) => seq)).toEqual([5]);
  });

  it("gives the same words for the same entries", () => {
    const entries = [note(4, "a"), anEntry("step.done", { from: "todo", note: null }, { seq: 5 })];
    expect(drafted(...entries)).toEqual(drafted(...entries));
  });
});
