import { describe, expect, it } from "vitest";
import { redactedDraft } from "./redacted-draft.rules";

const line = (text: string, ...seqs: number[]) => ({ text, seqs });
const draft = {
  current: [line("Orders flow.", 3), line("Noted: a password", 7, 8)],
  progress: [line("We changed db password hunter2.")],
  blockers: [],
  nextMinutes: 10,
  draftedTo: 8,
};

describe("a draft without redacted words", () => {
  it("has nothing in the lines that cite their entry", () => {
    expect(redactedDraft(draft, { words: [], seqs: [8] })).toEqual({
      ...draft,
      current: [draft.current[0], line("[redacted]", 7, 8)],
    });
  });

  it("has other lines without the words themselves", () => {
    const { progress } = redactedDraft(draft, { words: ["db password hunter2"], seqs: [] });
    expect(progress).toEqual([line("We changed [redacted].")]);
  });

  it("is the same draft when it had none of them", () => {
    expect(redactedDraft(draft, { words: ["something else"], seqs: [9] })).toBe(draft);
  });
});
