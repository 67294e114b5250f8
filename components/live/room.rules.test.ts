import { describe, expect, it } from "vitest";
import { fold } from "@/lib/timeline/fold";
import type { Entry } from "@/lib/timeline/events";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { things } from "@/lib/timeline/testing/things";
import { applyToRoom, lastActive, newerRoom, readAgain, speaksOfUnknown } from "./room.rules";

const declared = anEntry("incident.declared", {}, { seq: 1 });
const note = anEntry("note.added", {}, { seq: 2 });
const update = anEntry("update.posted", {}, { seq: 3 });
const first = {
  state: fold([declared, note, update]),
  entries: [update, note, declared],
  presence: {},
  olderPins: [],
  incidentKeys: {},
};
const joined = anEntry("person.joined", {}, { seq: 4 });
const left = anEntry("person.left", {}, { seq: 5 });

function redactionOf(entry: Entry, seq: number): Entry[] {
  return Object.keys(entry.texts).map((textId, index) =>
    anEntry("text.redacted", { seq: entry.seq, textId }, { seq: seq + index }),
  );
}

const words = (entry: Entry) => Object.values(entry.texts).filter((text) => text !== null);

describe("an open room", () => {
  it("moves on by new entries, the newest first", () => {
    const { room, missed } = applyToRoom(first, [joined, left]);
    expect(missed).toBe(false);
    expect(room.entries.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
    expect(room.state.seq).toBe(5);
  });

  it("is the same when an entry comes twice", () => {
    expect(applyToRoom(first, [note, update])).toEqual({ room: first, missed: false });
    expect(applyToRoom(first, [note]).room).toBe(first);
  });

  it("says that it missed one, and keeps what came before it", () => {
    const { room, missed } = applyToRoom(first, [joined, anEntry("incident.closed", {}, { seq: 6 })]);
    expect(missed).toBe(true);
    expect(room.state.seq).toBe(4);
  });

  it("keeps no redacted words: neither in its state nor in its entries", () => {
    expect(words(note)).not.toEqual([]);
    const redactions = [...redactionOf(note, 4), ...redactionOf(update, 5), ...redactionOf(declared, 8)];
    const { room } = applyToRoom(first, redactions);
    const kept = JSON.stringify({ state: room.state, old: room.entries.slice(-3) });
    for (const gone of [note, update, declared].flatMap(words)) expect(kept).not.toContain(`"${gone}"`);
    expect(room.entries.at(-1)?.texts).toEqual(
      Object.fromEntries(Object.keys(declared.texts).map((id) => [id, null])),
    );
  });

  it("is not set back by an answer that was begun before it moved on: that only brings keys", () => {
    const { room } = applyToRoom(first, [joined]);
    const read = { ...first, incidentKeys: { [things.otherIncident]: "INC-7" } };
    expect(readAgain(room, read)).toEqual({ ...room, incidentKeys: read.incidentKeys });
    expect(readAgain(first, { ...room, incidentKeys: read.incidentKeys }).state.seq).toBe(4);
  });

  it("keeps no redacted words of what is pinned either", () => {
    const later = { ...first, entries: [update], olderPins: [note] };
    const { room } = applyToRoom(later, redactionOf(note, 4));
    expect(room.olderPins.map(({ seq }) => seq)).toEqual([2]);
    expect(room.olderPins.flatMap(words)).toEqual([]);
  });

  it("keeps no words that come and are redacted at once", () => {
    const other = anEntry("step.commented", {}, { seq: 4 });
    const { room } = applyToRoom(first, [other, ...redactionOf(other, 5)]);
    expect(room.entries.flatMap(words)).not.toContain(words(other)[0]);
  });

  it("has to be read again for the key of an incident that it does not know", () => {
    const absorbed = anEntry("incident.absorbed", {}, { seq: 4 });
    const merged = anEntry("incident.cancelled", {}, { seq: 4 });
    const incidentKeys = { [things.otherIncident]: "INC-43" };
    expect(speaksOfUnknown(first, [absorbed])).toBe(true);
    expect(speaksOfUnknown(first, [merged])).toBe(true);
    expect(speaksOfUnknown({ ...first, incidentKeys }, [absorbed, merged])).toBe(false);
    expect(speaksOfUnknown(first, [joined, anEntry("incident.cancelled", { mergedIntoId: null })])).toBe(
      false,
    );
  });

  it("knows when an entry is pinned that it does not have", () => {
    const pinned = (seq: number) => anEntry("entry.pinned", { seq }, { seq: 4 });
    const later = { ...first, entries: [update], olderPins: [note] };
    expect([3, 2, 1].map((seq) => speaksOfUnknown(later, [pinned(seq)]))).toEqual([false, false, true]);
  });

  it("is the newer of what was kept and what the page was rendered with", () => {
    const later = applyToRoom(first, [joined]).room;
    expect(newerRoom(first, later).state.seq).toBe(4);
    expect(newerRoom(later, first)).toBe(later);
  });

  it("knows everybody as last seen by either reading", () => {
    const kept = { ...first, presence: { mara: 5, jonah: 9 } };
    const read = { ...first, presence: { mara: 8, jonah: 7 } };
    expect(newerRoom(kept, read).presence).toEqual({ mara: 8, jonah: 9 });
  });

  it("leaves other words as they are", () => {
    const { room } = applyToRoom(first, redactionOf(note, 4));
    expect(room.entries).toContain(update);
    expect(room.entries).toContain(declared);
  });
});

it("counts whoever put something on the timeline as active then, between what their screen says", () => {
  const entries = [
    anEntry("note.added", {}, { seq: 3, actorId: "mara" }),
    anEntry("note.added", {}, { seq: 2, actorId: "jonah" }),
    anEntry("update.missed", {}, { seq: 1, actorId: null }),
  ];
  const at = (minute: number) => Date.UTC(2026, 2, 1, 3, minute);
  expect(lastActive({ presence: { mara: at(0), jonah: at(9) }, entries })).toEqual({
    mara: at(2),
    jonah: at(9),
  });
});
