import { describe, expect, it } from "vitest";
import { stepMoves } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";
import { undoneTo } from "./undo.rules";

const states = Object.keys(stepMoves) as StepState[];
const from = (state: StepState, words?: string | null) => ({
  state,
  reason: words === undefined ? null : { value: words },
});

describe("undoing a step's move", () => {
  it("always goes where the step may go, and never nowhere", () => {
    for (const before of states) {
      for (const now of stepMoves[before]) {
        for (const reason of [undefined, null, "no route to the replica"]) {
          const undone = undoneTo(now, from(before, reason));
          if (undone) expect(stepMoves[now]).toContain(undone.to);
          else expect(now).toBe("todo");
        }
      }
    }
  });

  it("gives a skipped step back to whoever had it", () => {
    expect(undoneTo("skipped", from("in_progress"))).toEqual({ to: "in_progress" });
  });

  it("unticks a step that somebody had in hand, as the untick does", () => {
    expect(undoneTo("done", from("in_progress"))).toEqual({ to: "todo" });
  });

  it("ticks again what was unticked", () => {
    expect(undoneTo("todo", from("done"))).toEqual({ to: "done" });
  });

  it("does not offer to tick again what takes more than a press: the console would refuse it, or ask a second person", () => {
    expect(undoneTo("todo", from("done"), true)).toBeNull();
    expect(undoneTo("done", from("in_progress"), true)).toEqual({ to: "todo" });
  });

  it("leaves a failed step failed, for the same reason, when its tick or the try again was a slip", () => {
    const failed = { to: "failed", note: "no route to the replica" };
    expect(undoneTo("done", from("failed", "no route to the replica"))).toEqual(failed);
    expect(undoneTo("in_progress", from("failed", "no route to the replica"))).toEqual(failed);
  });

  it("does not offer to skip again for a reason that was redacted", () => {
    expect(undoneTo("todo", from("skipped", null))).toBeNull();
    expect(undoneTo("done", from("failed", null))).toEqual({ to: "todo" });
  });
});
