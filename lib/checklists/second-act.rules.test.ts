import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { StepState } from "@/lib/timeline/events/common";
import { decideSecond } from "./second-act.rules";
import { stepMoves } from "./step.rules";

const states = Object.keys(stepMoves) as StepState[];
const elias = "elias";
const sam = "sam";
const ines = "ines";

/** A step as it stands while Ines acts. */
const aStep = (state: StepState, changedById: string | null = elias, askedById: string | null = null) => ({
  ...{ state, changedById, askedById, byId: ines },
});

describe("an act on a step that stands as it was seen", () => {
  it.each(["refuse", "keep"] as const)("moves it (%s)", (whenSecond) => {
    const now = aStep("todo", null);
    expect(decideSecond(now, { state: "done", expected: "todo" }, whenSecond)).toBe("moves");
    expect(decideSecond(now, { state: "done", expected: "todo", expectedById: null }, whenSecond)).toBe(
      "moves",
    );
  });
});

describe("an act on a step that another moved meanwhile", () => {
  const done = aStep("done");

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
    const taken = aStep("in_progress");
    expect(decideSecond(taken, { state: "done", expected: "todo" }, "keep")).toBe("moves");
    expect(decideSecond(taken, { state: "skipped", expected: "todo" }, "keep")).toBe("beside");
    const open = aStep("todo");
    expect(decideSecond(open, { state: "failed", expected: "in_progress" }, "keep")).toBe("moves");
  });
});

describe("a tick of a step that waits for a second person", () => {
  const waits = aStep("in_progress", elias, elias);
  const tick = { state: "done", expected: "in_progress" } as const;

  it("confirms only the tick that was seen", () => {
    expect(decideSecond(waits, { ...tick, confirms: elias }, "refuse")).toBe("moves");
    expect(decideSecond(waits, tick, "refuse")).toBe("refused");
    expect(decideSecond(waits, { ...tick, confirms: sam }, "refuse")).toBe("refused");
  });

  it("is kept beside the first one when it was made without a connection", () => {
    expect(decideSecond(waits, { ...tick, expected: "todo" }, "keep")).toBe("beside");
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
        expect(decideSecond(aStep(now), { state, expected }, "keep")).toBe("beside");
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
        const outcome = decideSecond(aStep(now), { state, expected }, "keep");
        expect(outcome).not.toBe("refused");
        if (outcome === "moves") expect(stepMoves[now]).toContain(state);
      },
    ),
  );
});
