import { describe, expect, it } from "vitest";
import { stepMoves } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";
import { undoneTo } from "./undo.rules";

const states = Object.keys(stepMoves) as StepState[];

describe("undoing a step's move", () => {
  it("always goes where the step may go", () => {
    for (const before of states) {
      for (const now of stepMoves[before].filter((to) => to !== "todo")) {
        const to = undoneTo(now, before);
        if (to !== now) expect(stepMoves[now]).toContain(to);
      }
    }
  });

  it("gives a skipped step back to whoever had it", () => {
    expect(undoneTo("skipped", "in_progress")).toBe("in_progress");
  });

  it("unticks a step that somebody had in hand, as the untick does", () => {
    expect(undoneTo("done", "in_progress")).toBe("todo");
  });
});
