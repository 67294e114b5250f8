import { describe, expect, it } from "vitest";
import { rankNext, type Candidate } from "./next-for-you.rules";

const me = "me";
const step = (id: string, item: Partial<Candidate["item"]> = {}, satisfied = false): Candidate => ({
  item: { id, state: "todo", assigneeId: null, changedAt: null, changedById: null, asked: null, ...item },
  satisfied,
});
const order = (...candidates: Candidate[]) => rankNext(candidates, me).map(({ itemId }) => itemId);

describe("next for you", () => {
  it("puts what I have in hand first, the newest of it on top", () => {
    const older = step("older", {
      state: "in_progress",
      assigneeId: me,
      changedAt: "2026-03-01T03:00:00.000Z",
    });
    const newer = step("newer", {
      state: "in_progress",
      assigneeId: me,
      changedAt: "2026-03-01T03:06:00.000Z",
    });
    expect(order(step("open"), older, newer)).toEqual(["newer", "older", "open"]);
  });

  it("puts what was given to me before what is open, and what failed for me after it", () => {
    const given = step("given", { assigneeId: me });
    const failed = step("failed", { state: "failed", changedById: me });
    expect(order(failed, step("open"), given)).toEqual(["given", "open", "failed"]);
  });

  it("leaves out what others have, and what is over", () => {
    const theirs = step("theirs", { state: "in_progress", assigneeId: "sam" });
    const given = step("given to sam", { assigneeId: "sam" });
    expect(
      order(theirs, given, step("done", { state: "done" }), step("skipped", { state: "skipped" })),
    ).toEqual([]);
  });

  it("offers no other option once one was enough", () => {
    expect(order(step("option", {}, true), step("open"))).toEqual(["open"]);
  });

  it("offers what somebody did to all others, to confirm it, and to them last", () => {
    const asked = { personId: "ben", at: "2026-03-01T03:00:00.000Z" };
    const ticked = step("ticked", { state: "in_progress", assigneeId: "ben", asked });
    expect(rankNext([step("open"), ticked], me)[0]).toEqual({
      itemId: "ticked",
      reason: { kind: "confirm", personId: "ben" },
    });
    expect(rankNext([ticked, step("open")], "ben").map(({ reason }) => reason.kind)).toEqual([
      "first_open",
      "waits_for_second",
    ]);
  });

  it("ends with what I wait for", () => {
    expect(order(step("waits", { state: "blocked", assigneeId: me }), step("open"))).toEqual([
      "open",
      "waits",
    ]);
  });
});

describe("the open steps, when several are here", () => {
  const first = (candidates: Candidate[], who: string, here: string[]) => rankNext(candidates, who, here)[0];
  const open = [step("a"), step("b"), step("c")];

  it("are offered one to each, in the order of those who are here", () => {
    const here = ["ben", me];
    expect(first(open, "ben", here)).toEqual({ itemId: "a", reason: { kind: "first_open" } });
    expect(first(open, me, here)).toEqual({ itemId: "b", reason: { kind: "next_open" } });
  });

  it("pass over those who have something in hand already", () => {
    const taken = step("taken", { state: "in_progress", assigneeId: "ben" });
    expect(first([taken, ...open], me, ["ben", me])?.itemId).toBe("a");
  });

  it("are shared once there are fewer than people", () => {
    expect(first([step("a")], me, ["ben", me])?.itemId).toBe("a");
  });

  it("lose none by it: the others follow in their order", () => {
    expect(rankNext(open, me, ["ben", me]).map(({ itemId }) => itemId)).toEqual(["b", "a", "c"]);
  });
});
