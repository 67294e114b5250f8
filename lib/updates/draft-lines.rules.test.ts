import { describe, expect, it } from "vitest";
import type { DraftBody, DraftItem } from "./draft-body.rules";
import { newsSince, withNews } from "./draft-lines.rules";

const item = (seq: number, text: string, more: Partial<DraftItem> = {}): DraftItem => ({
  ...{ seq, seqs: [seq], at: "2026-03-01T03:00:00.000Z", sentence: text, text },
  ...{ field: "progress", drafted: true, overtaken: false, group: null },
  ...more,
});
const done = (seq: number, part: string) =>
  item(seq, `Done: ${part} (Rex).`, { group: { lead: "Done", part, first: false } });

const body: DraftBody = {
  current: [
    { text: "Investigating since 03:02 UTC.", seqs: [3] },
    { text: "Mine, half wri", seqs: [] },
  ],
  progress: [{ text: "Done: Look (Rex).", seqs: [5] }],
  blockers: [],
  nextMinutes: 5,
  draftedTo: 6,
};
const overtaken = { drafted: false, overtaken: true };
const moved = [
  item(3, "Investigating since 03:02 UTC.", { ...overtaken, field: "current" }),
  done(5, "Look"),
  done(7, "Fence"),
  item(8, "Mitigating since 03:07 UTC.", { field: "current" }),
  done(9, "Promote"),
  item(10, "Mara commented", { drafted: false }),
];

describe("the news since a draft", () => {
  it("are what a draft would begin with, after the newest entry that it was made from", () => {
    expect(newsSince(body, moved).map(({ seq }) => seq)).toEqual([7, 8, 9]);
    expect(newsSince({ ...body, draftedTo: null }, moved)).toEqual([]);
  });

  it("are none once the author added them one by one", () => {
    const added = { ...body, progress: [{ text: "Fence is up", seqs: [7] }] };
    expect(newsSince(added, moved).map(({ seq }) => seq)).toEqual([8, 9]);
  });

  it("come after what was typed, things of one sort on one line; a status that they overtook goes", () => {
    const taken = withNews(body, { items: moved, seq: 10 }).body;
    expect(taken).toEqual({
      current: [
        { text: "Mine, half wri", seqs: [] },
        { text: "Mitigating since 03:07 UTC.", seqs: [8] },
      ],
      progress: [
        { text: "Done: Look (Rex).", seqs: [5] },
        { text: "Done: Promote; Fence.", seqs: [7, 9] },
      ],
      ...{ blockers: [], nextMinutes: 5, draftedTo: 10 },
    });
    expect(newsSince(taken, moved)).toEqual([]);
  });

  it("leave a status that its author put into other words", () => {
    const own = { text: "Investigating since 03:02 UTC, with the vendor.", seqs: [3] };
    const { current } = withNews({ ...body, current: [own] }, { items: moved, seq: 10 }).body;
    expect(current[0]).toBe(own);
  });

  it("leave what the author added, which a draft never begins with", () => {
    const note = item(5, "Queue is at 40.", { field: "current", drafted: false });
    const added = { ...body, current: [{ text: note.text, seqs: note.seqs }] };
    const news = item(8, "Mitigating since 03:07 UTC.", { field: "current" });
    const { current } = withNews(added, { items: [note, news], seq: 10 }).body;
    expect(current.map(({ text }) => text)).toEqual([note.text, news.text]);
  });

  it("can be taken out again, and what was typed since stays", () => {
    const taken = withNews(body, { items: moved, seq: 10 });
    expect(taken.undo(taken.body)).toEqual(body);
    const typed = { text: "More of mine", seqs: [] };
    const later = { ...taken.body, progress: [...taken.body.progress, typed] };
    expect(taken.undo(later)).toEqual({ ...body, progress: [...body.progress, typed] });
  });
});
