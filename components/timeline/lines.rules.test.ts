import { expect, test } from "vitest";
import type { EntriesDto } from "@/lib/record/dto";
import { createNames } from "@/lib/timeline/describe/create-names";
import type { Entry } from "@/lib/timeline/events";
import { fold } from "@/lib/timeline/fold";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { people, uuid } from "@/lib/timeline/testing/things";
import { lineOf, mergeEntries } from "./lines.rules";
import { gatherMarks, pinsIn } from "./marks.rules";
import { hasOwnLine, isFiltered, matches, pageQuery, seqInHash, wholeTimeline } from "./view.rules";

const known = {
  me: people.mara,
  timeZone: "UTC",
  people: [
    { id: people.mara, name: "Mara" },
    { id: people.sam, name: "Sam" },
  ],
};
const names = createNames(known);

const note = anEntry("note.added", {}, { seq: 2, actorId: people.sam });
const corrected = (seq: number, text: string, actorId = people.sam) => {
  const ref = { textId: uuid(8_000 + seq), digest: "d".repeat(64) };
  return anEntry("entry.corrected", { seq: 2, text: ref }, { seq, actorId, texts: { [ref.textId]: text } });
};

function pageOf(entries: Entry[], marks: Partial<EntriesDto["marks"]> = {}): EntriesDto {
  const nothing = { nextBefore: null, nextAfter: null, found: null };
  return { entries, ...nothing, marks: { corrections: [], pins: [], ...marks } };
}

/** The line of an entry among the live ones, newest first. */
function lineAmong(entry: Entry, live: Entry[], pages: EntriesDto[] = []) {
  return lineOf(entry, gatherMarks(pages, live), names);
}

test("an entry that nothing was said about is shown as it is", () => {
  expect(lineAmong(note, [note])).toMatchObject({
    sentence: { who: "Sam", quote: "words 11" },
    at: Date.parse(note.at),
    enteredAt: undefined,
    earlier: [],
    pinned: false,
    texts: [{ id: uuid(9_011), words: "words 11" }],
  });
});

test("a corrected note shows the newest words, and the earlier ones with who corrected them", () => {
  const [first, second] = [corrected(3, "better"), corrected(4, "best", people.mara)];
  const line = lineAmong(note, [second, first, note]);
  expect(line).toMatchObject({ sentence: { quote: "best" }, correctedBy: 4 });
  expect(line.earlier).toEqual([
    { text: "words 11", correctedBy: "Sam", correctedAt: Date.parse(first.at) },
    { text: "better", correctedBy: "you", correctedAt: Date.parse(second.at) },
  ]);
  expect(line.texts.map(({ words }) => words)).toEqual(["words 11", "better", "best"]);
});

test("the correction itself does not show the words a second time", () => {
  const correction = corrected(3, "better");
  expect(lineAmong(correction, [correction, note]).sentence.quote).toBeUndefined();
});

test("a correction that came with an old page counts as well as a live one", () => {
  const page = pageOf([note], { corrections: [corrected(9, "from the page")] });
  expect(lineAmong(note, [], [page]).sentence.quote).toBe("from the page");
});

test("a note dated back shows both times, and a time put right wins", () => {
  const earlier = anEntry("note.added", {}, { seq: 5, occurredAt: "2026-03-01T02:50:00.000Z" });
  expect(lineAmong(earlier, [earlier])).toMatchObject({
    at: Date.parse("2026-03-01T02:50:00.000Z"),
    enteredAt: Date.parse(earlier.at),
  });
  const to = "2026-03-01T02:40:00.000Z";
  const right = anEntry("entry.time_corrected", { seq: 5, to }, { seq: 6 });
  expect(lineAmong(earlier, [right, earlier]).at).toBe(Date.parse(to));
});

test("a tick that arrived a few seconds late shows one time", () => {
  const tick = anEntry("step.done", {}, { seq: 5, occurredAt: "2026-03-01T03:03:50.000Z" });
  expect(lineAmong(tick, [tick]).enteredAt).toBeUndefined();
});

test("redacted words are gone from notes that were read before", () => {
  const redaction = anEntry("text.redacted", { seq: 2, textId: uuid(9_011) }, { seq: 7 });
  const line = lineAmong(note, [redaction], [pageOf([note])]);
  expect(line).toMatchObject({ sentence: { quote: null }, texts: [] });
});

test("redacted words are gone from the earlier text of a correction, and from a correction", () => {
  const correction = corrected(3, "better");
  const redaction = (textId: string, seq: number) => anEntry("text.redacted", { seq: 2, textId }, { seq });
  const live = [redaction(uuid(9_011), 8), redaction(uuid(8_003), 7), correction, note];
  const line = lineAmong(note, live);
  expect(line.sentence.quote).toBeNull();
  expect(line.earlier[0]?.text).toBe("[redacted]");
});

test("pins of old pages hold until a live entry says otherwise", () => {
  const pinned = anEntry("entry.pinned", { seq: 4 }, { seq: 8 });
  const unpinned = anEntry("entry.unpinned", { seq: 2 }, { seq: 9 });
  const marks = gatherMarks([pageOf([note], { pins: [2, 3] })], [unpinned, pinned]);
  expect([...marks.pins]).toEqual([3, 4]);
  expect(pinsIn([unpinned, pinned])).toEqual([4]);
});

test("lists are merged newest first, each entry once", () => {
  const three = anEntry("incident.resolved", {}, { seq: 3 });
  expect(mergeEntries([three, note], [note])).toEqual([three, note]);
});

test("a view says which entries belong to it", () => {
  const view = { ...wholeTimeline, group: "notes", personId: people.sam } as const;
  expect(isFiltered(wholeTimeline)).toBe(false);
  expect(isFiltered(view)).toBe(true);
  expect(matches(note, view, new Set())).toBe(true);
  expect(matches(anEntry("incident.resolved"), view, new Set())).toBe(false);
  expect(matches(anEntry("note.added"), view, new Set())).toBe(false);
  expect(matches(note, { ...wholeTimeline, pinnedOnly: true }, new Set([2]))).toBe(true);
  expect(matches(note, { ...wholeTimeline, pinnedOnly: true }, new Set())).toBe(false);
});

test("what an earlier entry tells of has a line of its own only where it is pinned, or something leads to it", () => {
  const [first, second] = [701, 702].map((id, index) =>
    anEntry(
      "checklist.started",
      { checklistId: uuid(id), sectionKey: `s${id}` },
      { seq: 2 + index, minute: 2 },
    ),
  ) as [Entry, Entry];
  const state = fold([anEntry("incident.declared"), first, second]);
  const naming = createNames({ ...known, state });
  expect(hasOwnLine(first, naming, new Set(), null)).toBe(true);
  expect(hasOwnLine(second, naming, new Set(), null)).toBe(false);
  expect(hasOwnLine(second, naming, new Set([3]), null)).toBe(true);
  expect(hasOwnLine(second, naming, new Set(), 3)).toBe(true);
  expect(hasOwnLine(second, naming, new Set([2]), 2)).toBe(false);
});

test("a page is asked for by what the view leaves in", () => {
  const at = "2026-03-01T02:40:00.000Z";
  expect(pageQuery(wholeTimeline, { before: 12 })).toBe("limit=100&before=12");
  expect(pageQuery({ ...wholeTimeline, around: { at } }, null)).toBe(
    `limit=100&at=${encodeURIComponent(at)}`,
  );
  expect(pageQuery({ ...wholeTimeline, around: { seq: 58 } }, { after: 60 })).toBe("limit=100&after=60");
  expect(pageQuery({ ...wholeTimeline, group: "notes", pinnedOnly: true }, null)).toBe(
    "limit=100&group=notes&pinned=true",
  );
});

test("an address leads to an entry by its number", () => {
  expect(seqInHash("#entry-58")).toBe(58);
  expect([seqInHash(""), seqInHash("#entry-0"), seqInHash("#entry-5x")]).toEqual([null, null, null]);
});
