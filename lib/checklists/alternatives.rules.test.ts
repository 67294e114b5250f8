import { describe, expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { needlessSteps, questionsIn } from "./alternatives.rules";

const step = (id: string, change: Partial<Parameters<typeof needlessSteps>[0][number]> = {}) => ({
  ...{ id, parentId: null, state: "todo" as const, choice: null, asks: false },
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

  it("takes along what stands under one that failed or was skipped: that way has ended", () => {
    const list = (state: "failed" | "skipped" | "not_applicable" | "blocked", other: "todo" | "done") => [
      step("a", { choice: "c", state }),
      step("a1", { parentId: "a", state: "done" }),
      step("a2", { parentId: "a" }),
      step("a21", { parentId: "a2" }),
      step("b", { choice: "c", state: other }),
      step("b1", { parentId: "b" }),
    ];
    for (const state of ["failed", "skipped", "not_applicable"] as const)
      for (const other of ["todo", "done"] as const)
        expect(needless(...list(state, other))).toEqual(["a2", "a21"]);
    expect(needless(...list("blocked", "todo"))).toEqual([]);
  });

  it("answers the question above it, but not what else stands below that", () => {
    const list = (state: "todo" | "done") => [
      step("full?", { asks: true }),
      step("yes", { parentId: "full?", choice: "c", state }),
      step("no", { parentId: "full?", choice: "c" }),
      step("tell", { parentId: "full?" }),
    ];
    expect(needless(...list("todo"))).toEqual([]);
    expect(needless(...list("done"))).toEqual(["no", "full?"]);
  });

  it("may be a question itself: what answers it answers the one above it, too", () => {
    const list = (state: "todo" | "done") => [
      step("full?", { asks: true }),
      step("leader?", { parentId: "full?", choice: "c", asks: true }),
      step("yes", { parentId: "leader?", choice: "d", state }),
      step("no", { parentId: "leader?", choice: "d" }),
      step("tell", { parentId: "leader?" }),
      step("other", { parentId: "full?", choice: "c" }),
    ];
    expect(needless(...list("todo"))).toEqual([]);
    expect(needless(...list("done"))).toEqual(["no", "other", "full?", "leader?"]);
  });

  it("leaves open what somebody has begun", () => {
    const begun = step("b", { choice: "c", state: "in_progress" });
    expect(needless(step("a", { choice: "c", state: "done" }), begun)).toEqual([]);
  });
});

it("a step is a question when it ends as one, and its answers stand below it", () => {
  const source = [
    "# Disk",
    ...["1. Is the disk full?", "   - Yes: delete old exports", "   - No: go to section 2"],
    ...["2. Assess if it was the exporter", "   - If correct: stop it", "   - If wrong: look on"],
    ...["3. Who else writes there?", "   1. Ask storage", "   2. Ask billing"],
  ].join("\n");
  const [section] = parseRunbook(source).sections;
  const steps = section?.items.filter((item) => item.type === "step") ?? [];
  const questions = questionsIn(section);
  expect(steps.filter(({ key }) => questions.has(key)).map(({ text }) => text)).toEqual([
    "Is the disk full?",
  ]);
});
