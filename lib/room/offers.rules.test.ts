import { describe, expect, it } from "vitest";
import type { Call } from "./calls.rules";
import { isOpenTo, rankNext } from "./next-for-you.rules";
import { at, call, chart, done, inHand, question, section, step } from "./testing/a-walk";
import type { Candidate, Section } from "./turns.rules";

const me = "me";

describe("a section that hangs on an answer", () => {
  const offered = (sections: Section[], who = me) => rankNext(sections, who).map(({ itemId }) => itemId);
  /** Triage; a question; what its two answers lead to; what follows. */
  const walk = (
    no: Partial<Call>,
    yes: Partial<Call>,
    answer: ReturnType<typeof step>,
    failOver = step("fence"),
  ) => [
    section("triage", [done("look", "sam")], { runbook: "a" }),
    { ...chart(answer, step("tell")), id: "decide", runbook: "a" },
    section("roll back", [step("revert")], { runbook: "a", calls: [call("decide", yes)] }),
    section("fail over", [failOver], { runbook: "a", calls: [call("decide", no)] }),
    section("after", [step("announce")], { runbook: "a" }),
  ];
  const given = done("in sync?", me, 3, { kind: "decision" });

  it("is not offered before the answer, to nobody", () => {
    const asked = walk({}, {}, done("in sync?", "sam", 3, { kind: "decision", state: "skipped" }));
    expect(offered(asked)).toEqual(["tell"]);
    const [triage, , ...rest] = asked;
    expect(offered([triage!, ...rest])).toEqual(["announce"]);
    expect(isOpenTo(asked, "revert", me)).toBe(false);
  });

  it("comes next once the answer is given, before the rest of the chart and the sections that follow", () => {
    const of = (fence: ReturnType<typeof step>, who = me) =>
      offered(walk({ chosen: true }, { instead: "no" }, given, fence), who);
    expect(of(step("fence"))).toEqual(["fence"]);
    expect(of(step("fence"), "ben")).toEqual(["fence"]);
    expect(of(done("fence", me, 4))).toEqual(["tell"]);
    const told = walk({ chosen: true }, { instead: "no" }, given, done("fence", me, 4)).map((one) =>
      one.id === "decide" ? { ...one, steps: [given, done("tell", me, 5)] } : one,
    );
    expect(offered(told)).toEqual(["announce"]);
  });

  it("is offered no more once another answer was given: who worked there goes on where that leads", () => {
    const changed = walk({ instead: "yes", at: at(5) }, { chosen: true }, given, done("fence", me, 4));
    const fenced = changed.map((one) =>
      one.id === "fail over" ? { ...one, steps: [...one.steps, step("promote")] } : one,
    );
    expect(offered(fenced)).toEqual(["revert"]);
  });

  it("is offered once somebody has begun it by hand", () => {
    const begun = section("b", [done("one", "ben", 2), step("two")], {
      runbook: "a",
      calls: [call("decide")],
    });
    const decided = { ...chart(question("in sync?", { state: "skipped" })), id: "decide", runbook: "a" };
    expect(offered([decided, begun])).toEqual(["two"]);
    expect(offered([{ ...decided, ...chart(question("in sync?")), runbook: "a" }, begun], "ben")[0]).toBe(
      "two",
    );
  });
});

it("an answer that is a question itself is offered before what answers that", () => {
  const below = (id: string, parentId: string, choice: string, state: "todo" | "done" = "todo") => ({
    ...step(id, { parentId, state }),
    choice,
  });
  const offered = (leader: "todo" | "done") =>
    rankNext(
      [
        section("a", [
          { ...step("full?"), asks: true },
          { ...below("leader?", "full?", "c", leader), asks: true },
          ...[below("yes", "leader?", "d"), below("no", "leader?", "d"), below("other", "full?", "c")],
        ]),
      ],
      me,
    ).map(({ itemId }) => itemId);
  expect(offered("todo")).toEqual(["leader?"]);
  expect(offered("done")).toEqual(["yes"]);
});

it("a question whose answers stand below it is not offered itself, but when none of them fitted", () => {
  const below = (id: string, state: "todo" | "done" | "skipped") => ({
    ...step(id, { parentId: "full?", state }),
    choice: "c",
  });
  const offered = (yes: "todo" | "done" | "skipped", no: "todo" | "skipped") =>
    rankNext(
      [
        section("a", [
          { ...step("full?", {}, "n"), asks: true },
          ...[below("yes", yes), below("no", no), step("tell", {}, "n")],
        ]),
      ],
      me,
    ).map(({ itemId }) => itemId);
  expect(offered("todo", "todo")).toEqual(["yes"]);
  expect(offered("done", "todo")).toEqual(["tell"]);
  expect(offered("skipped", "skipped")).toEqual(["full?"]);
});

describe("one of several ways that somebody has begun", () => {
  const way = (id: string, item: Partial<Candidate["item"]> = {}) => ({ ...step(id, item), choice: "c" });
  const begun = inHand("a", "ben", 0);
  const walk = (first: Candidate, ...parts: Candidate[]) => [
    section("ways", [{ ...first, choice: "c" }, ...parts, way("b"), step("b1", { parentId: "b" }, "b")]),
  ];
  const part = (id: string, item = {}) => step(id, { parentId: "a", ...item }, "a");
  const first = (of: Section[], who: string) => rankNext(of, who, ["ben", "cleo"])[0]?.itemId;

  it("has its parts offered before itself, and then asks how it ended", () => {
    expect(first(walk(begun, part("a1"), part("a2")), "ben")).toBe("a1");
    expect(first(walk(begun, done("a1", "ben", 1, { parentId: "a" })), "ben")).toBe("a");
  });

  it("is the only one that is offered, until it failed or was left", () => {
    expect(first(walk(begun, part("a1")), "cleo")).toBe("a1");
    expect(rankNext(walk(begun), "cleo")).toEqual([]);
    const failed = step("a", { state: "failed", changedById: "ben" });
    expect(first(walk(failed), "cleo")).toBe("b");
    expect(rankNext(walk(failed, part("a1"), part("a2")), "cleo")[0]?.itemId).toBe("b");
  });
});
