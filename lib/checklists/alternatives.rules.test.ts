import { describe, expect, it } from "vitest";
import { needlessSteps } from "./alternatives.rules";

const step = (id: string, change: Partial<Parameters<typeof needlessSteps>[0][number]> = {}) => ({
  ...{ id, parentId: null, state: "todo" as const, choice: null },
  ...change,
});
const needless = (...steps: ReturnType<typeof step>[]) => [...needlessSteps(steps)];

describe("alternatives", () => {
  it("one that is done makes the others needless, and nothing else in their section", () => {
    expect(
      needless(
        step("fill", { choice: "recovery" }),
        step("rerun", { choice: "recovery", state: "done" }),
        step("question"),
        step("added by hand"),
        step("elsewhere", { choice: "another" }),
      ),
    ).toEqual(["fill"]);
  });

  it("all are to do until one of them is done", () => {
    expect(
      needless(
        step("a", { choice: "c" }),
        step("b", { choice: "c", state: "failed" }),
        step("d", { choice: "c" }),
      ),
    ).toEqual([]);
  });

  it("takes along what stands under a needless one, not what stands under the one that was done", () => {
    expect(
      needless(
        step("a", { choice: "c", state: "done" }),
        step("a1", { parentId: "a" }),
        step("b", { choice: "c" }),
        step("b1", { parentId: "b" }),
        step("b11", { parentId: "b1" }),
      ),
    ).toEqual(["b", "b1", "b11"]);
  });

  it("leaves open what somebody has begun", () => {
    const begun = step("b", { choice: "c", state: "in_progress" });
    expect(needless(step("a", { choice: "c", state: "done" }), begun)).toEqual([]);
  });
});
