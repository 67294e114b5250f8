import { describe as describeEnds, expect, test } from "vitest";
import { describe, isToldBefore, plainSentence } from ".";
import { eventKinds, type Entry, type EventData, type EventKind } from "../events";
import { administrationEvents } from "../events/administration";
import { fold } from "../fold";
import { anEntry } from "../testing/an-entry";
import { samples } from "../testing/samples";
import { people, things, uuid } from "../testing/things";
import { describeAudit } from "./audit";
import { createNames, type KnownNames } from "./create-names";
import { inOneLine } from "./tell";

const directory: KnownNames = {
  me: people.mara,
  timeZone: "UTC",
  form: "short",
  people: [
    { id: people.mara, name: "Mara Lind" },
    { id: people.jonah, name: "Jonah Okoro" },
    { id: people.sam, name: "Sam Ward" },
  ],
  services: [
    { id: things.planner, name: "planner" },
    { id: things.queue, name: "task-queue" },
  ],
  environments: [{ id: things.production, name: "production" }],
  stepTitle: (_version, key) => (key === "stp_restart" ? "Restart the planner" : undefined),
  sectionTitle: () => "First five minutes",
  runbookTitle: () => "Planner trouble",
  state: fold([
    anEntry("incident.declared"),
    anEntry("checklist.started", {}, { seq: 2 }),
    anEntry("criterion.added", {}, { seq: 3 }),
  ]),
};
const names = createNames(directory);

function told<K extends EventKind>(kind: K, data?: Partial<EventData<K>>, by: string | null = people.sam) {
  return inWords(anEntry(kind, data, { seq: 2, actorId: by }));
}

function inWords(entry: Entry): string {
  return entry.kind in administrationEvents
    ? inOneLine(describeAudit(entry, names))
    : plainSentence(entry, names);
}

test.each(eventKinds)("%s has a sentence without a hole in it", (kind) => {
  const entry = anEntry(kind, {}, { seq: 2 });
  expect(inWords(entry)).toMatch(/^(You|The|Update \d)/);
  expect(inWords(entry)).not.toMatch(/undefined|null|\s{2}|NaN|[0-9a-f]{8}-/);
});

test("what one did oneself is told as You", () => {
  expect(told("step.taken", { by: people.mara }, people.mara)).toBe("You took Restart the planner");
  expect(told("step.taken", { by: people.sam })).toBe("Sam took Restart the planner");
  expect(told("step.taken", { by: people.mara })).toBe("Sam gave Restart the planner to you");
});

test("what was taken over says from whom", () => {
  expect(told("step.assigned", { from: people.jonah, to: people.sam })).toBe(
    "Sam took Restart the planner over from Jonah",
  );
  expect(told("step.assigned", { from: null, to: people.sam })).toBe("Sam took Restart the planner");
  expect(told("step.assigned", { from: people.mara, to: null })).toBe(
    "Sam took Restart the planner from you",
  );
});

test("a tick says what it was made without, and whose it confirms", () => {
  expect(told("step.done", { without: ["evidence", "second_person"], note: null })).toBe(
    "Sam did without evidence and a second person: Restart the planner",
  );
  expect(told("step.confirmation_asked")).toBe("Sam asked a second person to confirm Restart the planner");
  expect(told("step.done", { confirms: people.mara, note: null })).toBe(
    "Sam confirmed what you did: Restart the planner",
  );
});

test("an act that came second says whether it was the same or another", () => {
  expect(told("step.acted_second", { was: "done", did: "done", note: null })).toBe(
    "Sam also marked Restart the planner done, after Jonah",
  );
  expect(told("step.acted_second", { was: "done", did: "skipped" })).toBe(
    "Sam marked Restart the planner skipped, after Jonah: it stays done: words 33",
  );
});

test("an act that came second, and was made first, says so", () => {
  const data = {
    was: "done",
    did: "done",
    note: null,
    first: { personId: people.jonah, at: "2026-03-01T03:05:00.000Z" },
  } as const;
  const kept = anEntry("step.acted_second", data, {
    ...{ seq: 2, minute: 8, actorId: people.sam, occurredAt: "2026-03-01T03:04:00.000Z" },
  });
  expect(inWords(kept)).toBe("Sam also marked Restart the planner done, before Jonah");
});

test("a final update is on time, not early", () => {
  const entry = anEntry(
    "update.posted",
    { dueAt: "2026-03-01T03:40:00.000Z", final: true },
    { seq: 2, actorId: people.sam },
  );
  expect(plainSentence(entry, names)).toBe("Sam posted the final update, on time");
});

test("a timer says what it is for, and how it ended", () => {
  const byHand = anEntry("timebox.started", {}, { seq: 3, actorId: people.sam });
  expect(inWords(byHand)).toBe("Sam started the timer of 5 min for First five minutes");
  expect(told("timebox.started", { itemId: things.item, minutes: 1.5 })).toBe(
    "Sam started the timer of 90 s for Restart the planner",
  );
  expect(told("timebox.overrun", {}, null)).toBe("The timer ran out at 03:10 for First five minutes");
  expect(told("timebox.ended")).toBe("The timer ended 14 min before it ran out for First five minutes");
  expect(told("timebox.ended", { dueAt: "2026-03-01T02:59:00.000Z" })).toBe(
    "The timer ended 2 min late for First five minutes",
  );
});

test("in an export nobody is You", () => {
  const entry = anEntry("step.unticked", {}, { seq: 2, actorId: people.mara });
  const exported = createNames({ ...directory, me: null, form: "full" });
  expect(plainSentence(entry, exported)).toBe("Mara Lind unticked Restart the planner");
});

describeEnds("a step with a gap", () => {
  const fill = (seq: number, value: string | null) =>
    anEntry("placeholder.filled", {}, { seq, texts: value === null ? {} : { [uuid(9_030)]: value } });
  const namesAfter = (...fills: Entry[]) =>
    createNames({
      ...directory,
      stepTitle: () => "show <run_id> of <zone>",
      state: fold([anEntry("incident.declared"), anEntry("checklist.started", {}, { seq: 2 }), ...fills]),
    });
  const did = (seq: number) => anEntry("step.unticked", {}, { seq, actorId: people.sam });

  test("is told with what stood in the gap, also in an export", () => {
    const filled = namesAfter(fill(3, "night-7"));
    expect(plainSentence(did(4), filled)).toBe("Sam unticked show night-7 of <zone>");
    expect(filled.step(things.item)).toBe("show night-7 of <zone>");
  });

  test("is told without a value that was filled in later", () => {
    expect(plainSentence(did(3), namesAfter(fill(4, "night-7")))).toBe(
      "Sam unticked show <run_id> of <zone>",
    );
  });

  test("is told with the value that held then, after another was filled in", () => {
    const names = namesAfter(fill(3, "night-7"), fill(5, "night-8"), fill(7, null));
    expect([4, 6, 8].map((seq) => plainSentence(did(seq), names))).toEqual([
      "Sam unticked show night-7 of <zone>",
      "Sam unticked show night-8 of <zone>",
      "Sam unticked show [redacted] of <zone>",
    ]);
    expect(names.step(things.item)).toBe("show [redacted] of <zone>");
    expect([2, 4, 6].map((seq) => names.asOf(seq).fillsOf(things.item))).toEqual([[], [3], [5]]);
  });

  test("says that what stood there was redacted", () => {
    expect(plainSentence(did(4), namesAfter(fill(3, null)))).toBe("Sam unticked show [redacted] of <zone>");
  });
});

test("what the console did has the console as its subject", () => {
  expect(told("summary.drafted", {}, null)).toBe("The console drafted the summary");
  expect(told("summary.drafted")).toBe("The console drafted the summary when Sam resolved the incident");
  expect(told("summary.drafted", {}, people.mara)).toBe(
    "The console drafted the summary when you resolved the incident",
  );
  expect(told("update.missed", {}, null)).toBe("Update 4 was missed");
});

test("a sentence is cut into text and objects, so that a screen can set them apart", () => {
  const sentence = describe(anEntry("command.offered", {}, { seq: 2, actorId: people.mara }), names);
  expect(sentence).toMatchObject({
    who: "You",
    parts: [{ text: "offered command to " }, { object: "Jonah" }],
    quote: "words 8",
  });
});

test.each([
  ["2026-03-01T03:12:00.000Z", 10, "posted update 3, 2 min early"],
  ["2026-03-01T03:12:00.000Z", 12, "posted update 3, on time"],
  ["2026-03-01T03:12:00.000Z", 14, "posted update 3, 2 min late"],
  [null, 14, "posted update 3"],
])("an update due at %s, posted at minute %i, %s", (dueAt, minute, expected) => {
  const entry = anEntry("update.posted", { dueAt }, { seq: 2, minute, actorId: people.sam });
  expect(plainSentence(entry, names)).toBe(`Sam ${expected}`);
});

test("a timer that its section started is told as nobody's act", () => {
  expect(told("timebox.started")).toBe("The timer of 5 min started with First five minutes");
  expect(told("timebox.started", { itemId: things.item })).toBe(
    "Sam started the timer of 5 min for Restart the planner",
  );
});

test("checklists that were added at once are told once, at the first", () => {
  const add = (id: string, seq: number, by = people.sam, minute = 2) =>
    anEntry("checklist.started", { checklistId: id, sectionKey: id }, { seq, actorId: by, minute });
  const [first, second, third] = [add(uuid(701), 2), add(uuid(702), 3), add(uuid(703), 5)];
  const [later, theirs] = [add(uuid(704), 6, people.sam, 3), add(uuid(705), 7, people.jonah)];
  const state = fold([anEntry("incident.declared"), first, second, third, later, theirs]);
  const titles = new Map([
    [uuid(701), "Triage"],
    [uuid(702), "Contain"],
    [uuid(703), "Recover"],
    [uuid(704), "Aftermath"],
    [uuid(705), "Tell support"],
  ]);
  const naming = createNames({ ...directory, state, sectionTitle: (_version, key) => titles.get(key) });
  expect(plainSentence(first, naming)).toBe(
    "Sam added 3 checklists of Planner trouble: Triage, Contain and Recover",
  );
  expect(plainSentence(later, naming)).toBe("Sam added the checklist Aftermath");
  expect(plainSentence(theirs, naming)).toBe("Jonah added the checklist Tell support");
  const all = [first, second, third, later, theirs];
  expect(all.map((entry) => isToldBefore(entry, naming))).toEqual([false, true, true, false, false]);
});

test("a checklist that was added is not told as begun", () => {
  expect(told("checklist.started")).toBe("Sam added the checklist First five minutes");
});

describeEnds("the node of a chart", () => {
  const to = { to: "nod_end", label: "yes" };
  const inRound = (round: number) => {
    const [item] = samples["checklist.started"].items;
    const started = anEntry("checklist.started", { items: [{ ...item!, round }] }, { seq: 2 });
    const state = fold([anEntry("incident.declared"), started]);
    return createNames({ ...directory, stepTitle: () => "Is it well?", state });
  };
  const said = <K extends EventKind>(kind: K, data: Partial<EventData<K>>, round: number) =>
    plainSentence(anEntry(kind, data, { seq: 3, actorId: people.sam }), inRound(round));

  test("is told with its round, after the first", () => {
    expect(said("step.done", { note: null }, 1)).toBe("Sam did Is it well?");
    expect(said("step.done", { note: null }, 2)).toBe("Sam did Is it well? in round 2");
    expect(said("decision.answered", { to, note: null }, 1)).toBe("Sam answered “yes” to Is it well?");
    expect(said("decision.answered", { to, round: 2, note: null }, 2)).toBe(
      "Sam answered “yes” to Is it well? in round 2",
    );
  });
});

test("an answer below a question is told with the question", () => {
  const [item] = samples["checklist.started"].items;
  const [asks, no] = [uuid(811), uuid(812)];
  const items = [
    { ...item!, id: asks, stepKey: "asks", parentId: null, branch: null, round: 1 },
    { ...item!, id: no, stepKey: "no", parentId: asks, branch: "stp_choice", round: 1 },
  ];
  const state = fold([anEntry("incident.declared"), anEntry("checklist.started", { items }, { seq: 2 })]);
  const stepTitle = (_: string, key: string) => (key === "asks" ? "Is the lag small?" : "No: wait");
  const done = anEntry("step.done", { itemId: no, note: null }, { seq: 3, actorId: people.sam });
  expect(plainSentence(done, createNames({ ...directory, stepTitle, state }))).toBe(
    "Sam did “Is the lag small?”: No: wait",
  );
});

test("severity is raised towards SEV1", () => {
  expect(told("incident.severity_changed", { from: 3, to: 1 })).toBe("Sam raised severity to SEV1");
  expect(told("incident.severity_changed", { from: 1, to: 3 })).toBe("Sam lowered severity to SEV3");
});

test("services that came and went are both named", () => {
  expect(told("incident.services_changed")).toBe("Sam added task-queue and removed planner");
});

test("a moment of another day is told with its day", () => {
  expect(told("incident.start_corrected", { to: "2026-02-28T23:50:00.000Z", reason: null })).toBe(
    "Sam put the start at Sat 28 Feb, 23:50",
  );
});

test("redacted words are shown as such", () => {
  const texts = { [uuid(9_011)]: null };
  const entry = anEntry("note.added", {}, { seq: 2, actorId: people.sam, texts });
  expect(describe(entry, names).quote).toBeNull();
  expect(plainSentence(entry, names)).toBe("Sam noted: [redacted]");
});

test("a note of several lines is one line in an export", () => {
  const texts = { [uuid(9_011)]: "Queue depth 1,284\n  and rising.\n" };
  const entry = anEntry("note.added", {}, { seq: 2, actorId: people.sam, texts });
  expect(plainSentence(entry, names)).toBe("Sam noted: Queue depth 1,284 and rising.");
});

test("two people with one first name keep their full names", () => {
  const shared = [...directory.people, { id: uuid(104), name: "Sam Diaz" }];
  const both = createNames({ ...directory, people: shared });
  expect([both.person(people.sam), both.person(uuid(104)), both.person(people.jonah)]).toEqual([
    "Sam Ward",
    "Sam Diaz",
    "Jonah",
  ]);
});

test("whom nobody knows is somebody, and what nobody knows gets a plain word", () => {
  const empty = createNames({ me: null, timeZone: "UTC", people: [] });
  const entry = anEntry("step.done", { note: null }, { seq: 2 });
  expect(plainSentence(entry, empty)).toBe("somebody did a step");
});

test("a step that was written in the room is told without the backticks around its code", () => {
  const texts = { [uuid(9_015)]: "Look at the pods: `kubectl get pods`" };
  const added = anEntry("step.added", {}, { seq: 2, actorId: people.sam, texts });
  expect(plainSentence(added, names)).toBe("Sam added the step Look at the pods: kubectl get pods");
  const begun = [anEntry("incident.declared"), anEntry("checklist.started", {}, { seq: 2 })];
  const state = fold([...begun, anEntry("step.added", {}, { seq: 3, texts })]);
  const done = anEntry("step.done", { itemId: things.addedItem, note: null }, { seq: 4 });
  expect(plainSentence(done, createNames({ ...directory, state }))).toBe(
    "You did Look at the pods: kubectl get pods",
  );
});

describeEnds("words that end with a full stop or a colon", () => {
  const ending = createNames({
    ...directory,
    stepTitle: () => "Restart the planner, then wait.",
    sectionTitle: () => "First five minutes:",
  });
  const texts = (n: number, words: string) => ({ [uuid(9_000 + n)]: words });

  test("do not end the sentence they stand in", () => {
    const skipped = anEntry("step.skipped", {}, { seq: 2, actorId: people.sam });
    expect(plainSentence(skipped, ending)).toBe("Sam skipped Restart the planner, then wait: words 17");
    const started = anEntry("checklist.started", {}, { seq: 2, actorId: people.sam });
    expect(plainSentence(started, ending)).toBe("Sam added the checklist First five minutes");
  });

  test("do not end the sentence when somebody typed them", () => {
    const title = anEntry("incident.declared", {}, { seq: 2, texts: texts(1, "Orders are stuck.") });
    expect(plainSentence(title, ending)).toBe("You declared Orders are stuck as SEV1");
  });
});
