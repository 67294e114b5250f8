import { describe, expect, it } from "vitest";
import { citedIn, editedLines, textOf, withLine } from "./lines.rules";

const before = [
  { text: "New tasks complete.", seqs: [58] },
  { text: "Tests are green.", seqs: [57, 59] },
  { text: "Queue is short.", seqs: [60] },
];
const seqsAfter = (text: string) => editedLines(before, text).map(({ seqs }) => seqs);

describe("lines and their sources", () => {
  it("survive a round trip through the text area", () => {
    expect(editedLines(before, textOf(before))).toEqual(before);
  });

  it("stay together while a line is edited", () => {
    expect(seqsAfter("New tasks complete.\nTests are green again.\nQueue is short.")).toEqual([
      [58],
      [57, 59],
      [60],
    ]);
  });

  it("go when the line is deleted", () => {
    expect(seqsAfter("New tasks complete.\nQueue is short.")).toEqual([[58], [60]]);
    expect(seqsAfter("")).toEqual([]);
  });

  it("go when a line is written anew, and not when it is typed into letter by letter", () => {
    expect(seqsAfter("New tasks complete.\nM\nQueue is short.")).toEqual([[58], [], [60]]);
    const typed = ["Queue is shor", "Queue is", "", "Qu"].reduce(editedLines, [
      { text: "Queue is short", seqs: [60] },
    ]);
    expect(typed).toEqual([{ text: "Qu", seqs: [] }]);
    const once = ["Queue", "Queue i", "Queue in time"].reduce(editedLines, [
      { text: "Queue is", seqs: [60] },
    ]);
    expect(once).toEqual([{ text: "Queue in time", seqs: [60] }]);
  });

  it("are not given to a line that was put in", () => {
    expect(seqsAfter("New tasks complete.\nMine.\nTests are green.\nQueue is short.")).toEqual([
      [58],
      [],
      [57, 59],
      [60],
    ]);
  });

  it("follow a line that was moved", () => {
    expect(seqsAfter("Tests are green.\nNew tasks complete.\nQueue is short.")).toEqual([
      [57, 59],
      [58],
      [60],
    ]);
  });

  it("stay with the first half of a split line", () => {
    expect(seqsAfter("New tasks\n complete.\nTests are green.\nQueue is short.")).toEqual([
      [58],
      [],
      [57, 59],
      [60],
    ]);
  });

  it("are cited once each", () => {
    const added = withLine([...before, { text: " ", seqs: [] }], {
      text: "Mara has command.",
      seqs: [58, 61],
    });
    expect(added).toHaveLength(4);
    expect(citedIn({ current: added, progress: [], blockers: [] })).toEqual([57, 58, 59, 60, 61]);
  });
});
