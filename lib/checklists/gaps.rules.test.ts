import { describe, expect, it } from "vitest";
import { cutAtGaps, filledIn, fillGaps, newestFills } from "./gaps.rules";

const gap = (name: string, value: string | null) => ({ name, value: { id: name, value } });
const filled = filledIn([gap("node", "orch-7"), gap("user", null)]);

describe("the words of a step with gaps", () => {
  it("show what was filled in, and the gaps that nobody filled as they are", () => {
    expect(fillGaps("drain <node> of {{ zone }}, then {node}", filled)).toBe(
      "drain orch-7 of {{ zone }}, then orch-7",
    );
    expect(fillGaps("drain <node>", new Map())).toBe("drain <node>");
    expect(fillGaps("", filled)).toBe("");
  });

  it("never show what was redacted", () => {
    expect(fillGaps("login <user>", filled)).toBe("login [redacted]");
  });

  it("show the newest of what a gap was filled with, also when that was redacted", () => {
    const fills = [gap("zone", "eu"), gap("node", "orch-7"), gap("node", null)];
    expect(fillGaps("drain <node> of <zone>", filledIn(fills))).toBe("drain [redacted] of eu");
    expect(newestFills(fills)).toEqual([fills[2], fills[0]]);
  });

  it("keep what was filled in apart, with the name of its gap", () => {
    expect(cutAtGaps("drain <node> <zone> now", filled)).toEqual([
      "drain ",
      { name: "node", value: "orch-7" },
      " <zone> now",
    ]);
    expect(cutAtGaps("<node>", filled)).toEqual([{ name: "node", value: "orch-7" }]);
  });

  it("fill no gap within what was filled in, and none that is only called like a part of a language", () => {
    const odd = filledIn([gap("a", "<b>"), gap("b", "<a>")]);
    expect(fillGaps("<a> <b> <constructor>", odd)).toBe("<b> <a> <constructor>");
  });
});
