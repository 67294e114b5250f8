import { describe, expect, it } from "vitest";
import { leadsToThird, type AnswerView } from "./decision.rules";

const answer = (label: string, back: string | null, chosen = false): AnswerView => ({
  ...{ answer: { to: label, label }, words: label, titles: [], chosen, link: null },
  back: back === null ? null : { title: back, round: 2 },
});

describe("a third round", () => {
  it("is not near in the first one", () => {
    expect(leadsToThird({ round: 1 }, [answer("yes", null), answer("no", "look")])).toBe(false);
  });

  it("may be next in the second one, until that is answered with the way out", () => {
    expect(leadsToThird({ round: 2 }, [answer("yes", null), answer("no", "look")])).toBe(true);
    expect(leadsToThird({ round: 2 }, [answer("yes", null, true), answer("no", "look")])).toBe(false);
    expect(leadsToThird({ round: 2 }, [answer("yes", null), answer("no", "look", true)])).toBe(true);
  });
});
