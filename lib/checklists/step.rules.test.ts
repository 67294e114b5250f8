import { describe, expect, it } from "vitest";
import type { StepState } from "@/lib/timeline/events/common";
import { decideKind, movesOf, stepMoves } from "./step.rules";

const states = Object.keys(stepMoves) as StepState[];

describe("a question", () => {
  it("is neither done nor failed: it is answered, or skipped with a reason", () => {
    for (const state of states) {
      expect(movesOf({ kind: "decision", state })).not.toContain("done");
      expect(movesOf({ kind: "decision", state })).not.toContain("failed");
    }
    expect(decideKind("decision", "failed")).toMatchObject({
      message: "This is a question: choose an answer, or skip it and say why.",
    });
    expect(movesOf({ kind: "decision", state: "todo" })).toEqual([
      "in_progress",
      "skipped",
      "blocked",
      "not_applicable",
    ]);
  });

  it("is not moved once it is answered; one that was marked failed before is opened again", () => {
    expect(movesOf({ kind: "decision", state: "done" })).toEqual([]);
    expect(movesOf({ kind: "decision", state: "failed" })).toContain("todo");
  });
});

it("moves a step as the table says", () => {
  for (const state of states) expect(movesOf({ kind: "step", state })).toEqual(stepMoves[state]);
});
