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
  return draftedOf("Restart the planner.", ...after);
}

function draftedOf(stepTitle: string, ...after: Entry[]) {
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
  return draftUpdate(after, state, names);
}

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
      anEntry("update.posted", { sources: [4, 5, 6], draftedTo: 3 }, { seq: 8 }),
    );
    expect(body.current.map(({ text }) => text)).toEqual(["Mitigating since 03:03 UTC.", "Not told."]);
    expect(body.blockers).toEqual([{ text: "Blocked: Restart the planner: no rights.", seqs: [6] }]);
    expect(items.map(({ seq }) => seq)).toEqual([4, 6, 7]);
  });

  it("takes notes word for word on one line, in the words of their latest correction", () => {
    const { body } = drafted(
      note(4, "1,284 wait\n in the queue"),
      anEntry("entry.corrected", { seq: 4, text: ref(5) }, { seq: 5, texts: words(5, "1,248 wait.") }),
      note(6, "New ones complete"),
    );
    expect(body.current).toEqual([
      { text: "1,248 wait.", seqs: [4, 5] },
      { text: "New ones complete.", seqs: [6] },
    ]);
  });

  it("cites what was filled into the gaps of a step that it tells of", () => {
    const { body, items } = draftedOf(
      "Drain <run_id>",
      anEntry("placeholder.filled", {}, { seq: 4, texts: { [uuid(9_030)]: "orch-7" } }),
      anEntry("step.done", { note: null }, { seq: 5, actorId: people.sam }),
    );
    expect(body.progress).toEqual([{ text: "Done: Drain orch-7 (Sam).", seqs: [5, 4] }]);
    expect(items).toMatchObject([{ seq: 5, seqs: [5, 4] }]);
  });

  it("leaves the older of many notes out, but never a pinned one", () => {
    const notes = [4, 5, 6, 7, 8, 9, 10].map((seq) => note(seq, `Note ${seq}`));
    const { body, items } = drafted(...notes, anEntry("entry.pinned", { seq: 4 }, { seq: 11 }));
    expect(body.current.map(({ seqs }) => seqs[0])).toEqual([4, 6, 7, 8, 9, 10]);
    expect(items.map(({ seq }) => seq)).toEqual([4, 5, 6, 7, 8, 9, 10]);
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

  it("puts exit criteria, joins and sections of one sort on one line with all their sources", () => {
    const { body } = drafted(
      anEntry("person.joined", { personId: people.sam, role: "responder" }, { seq: 4 }),
      anEntry("criterion.met", { note: null }, { seq: 5 }),
      anEntry("person.joined", { personId: people.jonah, role: "responder" }, { seq: 6 }),
    );
    expect(body.progress).toEqual([{ text: "Joined: Sam; Jonah.", seqs: [4, 6] }]);
    expect(body.current).toEqual([{ text: expect.stringMatching(/^Met: .+\.$/), seqs: [5] }]);
  });

  it("names four of many and counts the others", () => {
    const joins = [people.mara, people.sam, people.jonah, people.sam, people.jonah, people.mara].map(
      (personId, index) => anEntry("person.joined", { personId, role: "responder" }, { seq: 4 + index }),
    );
    expect(drafted(...joins).body.progress[0]).toEqual({
      text: "Joined: Mara; Sam; Jonah; Sam; and 2 more.",
      seqs: [4, 5, 6, 7, 8, 9],
    });
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
      anEntry("checklist.started", {}, { seq: 4 }),
      anEntry("checklist.started", {}, { seq: 5 }),
      anEntry("criterion.met", { note: null }, { seq: 6 }),
      note(7, "It says “no route.”"),
      anEntry("step.taken", {}, { seq: 8 }),
    );
    expect(body.progress.map(({ text }) => text)).toContain(
      "Started: First five minutes; First five minutes.",
    );
    expect(body.current.map(({ text }) => text)).toContain("It says “no route.”");
  });

  it("tells of a section once somebody did something in it", () => {
    const started = anEntry("checklist.started", {}, { seq: 4 });
    const skipped = anEntry("step.skipped", { reason: ref(5) }, { seq: 5, texts: words(5, "not ours") });
    const line = { text: "Started: First five minutes.", seqs: [4] };
    expect(drafted(started, skipped).body.progress).not.toContainEqual(line);
    expect(drafted(started, skipped).items[0]).toMatchObject({ seq: 4, drafted: false });
    expect(drafted(started, anEntry("step.taken", {}, { seq: 5 })).body.progress).toContainEqual(line);
  });

  it("gives the same words for the same entries", () => {
    const entries = [note(4, "a"), anEntry("step.done", { from: "todo", note: null }, { seq: 5 })];
    expect(drafted(...entries)).toEqual(drafted(...entries));
  });
});
