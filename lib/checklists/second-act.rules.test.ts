import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { StepState } from "@/lib/timeline/events/common";
import { decideSecond } from "./second-act.rules";
import { stepMoves } from "./step.rules";

const states = Object.keys(stepMoves) as StepState[];
const elias = "elias";
const sam = "sam";

describe("an act on a step that stands as it was seen", () => {
  it.each(["refuse", "keep"] as const)("moves it (%s)", (whenSecond) => {
    const now = { state: "todo", changedById: null } as const;
    expect(decideSecond(now, { state: "done", expected: "todo" }, whenSecond)).toBe("moves");
    expect(decideSecond(now, { state: "done", expected: "todo", expectedById: null }, whenSecond)).toBe(
      "moves",
    );
  });
});

describe("an act on a step that another moved meanwhile", () => {
  const done = { state: "done", changedById: elias } as const;

  it("is refused where nobody asked for it to be kept", () => {
    expect(decideSecond(done, { state: "done", expected: "todo" }, "refuse")).toBe("refused");
  });

  it.each(["done", "skipped", "failed", "in_progress"] as const)(
    "is kept beside a tick when it was: %s",
    (state) => {
      expect(decideSecond(done, { state, expected: "todo" }, "keep")).toBe("beside");
    },
  );

  it("does not take away another's tick with the untick of one's own", () => {
    const untick = { state: "todo", expected: "done", expectedById: sam } as const;
    expect(decideSecond(done, untick, "keep")).toBe("beside");
    expect(decideSecond({ ...done, changedById: sam }, untick, "keep")).toBe("moves");
  });

  it("still ticks a step that was only taken, and moves one that is open again", () => {
    const taken = { state: "in_progress", changedById: elias } as const;
    expect(decideSecond(taken, { state: "done", expected: "todo" }, "keep")).toBe("moves");
    expect(decideSecond(taken, { state: "skipped", expected: "todo" }, "keep")).toBe("beside");
    const open = { state: "todo", changedById: elias } as const;
    expect(decideSecond(open, { state: "failed", expected: "in_progress" }, "keep")).toBe("moves");
  });
});

test("what ended a step is never undone by an act that did not see it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...states),
      fc.constantFrom(...states),
      fc.constantFrom(...states),
      (now, state, expected) => {
        fc.pre(now !== expected && now !== "todo" && now !== "in_progress");
        expect(decideSecond({ state: now, changedById: elias }, { state, expected }, "keep")).toBe("beside");
      },
    ),
  );
});

test("kept acts are never refused, and those that move are moves that exist", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...states),
      fc.constantFrom(...states),
      fc.constantFrom(...states),
      (now, state, expected) => {
        fc.pre(now !== expected);
        const outcome = decideSecond({ state: now, changedById: elias }, { state, expected }, "keep");
        expect(outcome).not.toBe("refused");
        if (outcome === "moves") expect(stepMoves[now]).toContain(state);
      },
    ),
  );
});
