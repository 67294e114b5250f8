import { describe, expect, it } from "vitest";
import { finalDraft } from "./final-draft.rules";

const body = (...current: { text: string; seqs: number[] }[]) => ({
  ...{ current, progress: [], blockers: [], nextMinutes: 30, draftedTo: null },
});

describe("the draft of the final update", () => {
  it("does not say the status that ends with it", () => {
    const queue = { text: "The queue is under 50.", seqs: [6] };
    expect(finalDraft(body({ text: "Monitoring since 03:04 UTC.", seqs: [5] }, queue)).current).toEqual([
      queue,
    ]);
  });

  it("keeps why it went there", () => {
    const { current } = finalDraft(
      body({ text: "Monitoring since Sun 1 Mar, 03:04 UTC: the fix is out.", seqs: [5] }),
    );
    expect(current).toEqual([{ text: "The fix is out.", seqs: [5] }]);
  });

  it("does not say who has command of what is over", () => {
    expect(finalDraft(body({ text: "Mara Lind has command.", seqs: [7] })).current).toEqual([]);
    const drafted = { ...body(), progress: [{ text: "Mara Lind has command.", seqs: [7] }] };
    expect(finalDraft(drafted).progress).toEqual([]);
  });

  it("keeps what an author wrote into that line", () => {
    const edited = { text: "Exports run again. Mara Lind has command.", seqs: [7] };
    expect(finalDraft(body(edited)).current).toEqual([edited]);
  });

  it("leaves the author's own words alone", () => {
    const own = ["Monitoring since 03:04 UTC.", "Mara has command."].map((text) => ({ text, seqs: [] }));
    expect(finalDraft(body(...own)).current).toEqual(own);
  });
});
