import { describe, expect, it } from "vitest";
import { rankNext, type Candidate } from "./next-for-you.rules";

const me = "me";
const step = (id: string, item: Partial<Candidate["item"]> = {}, satisfied = false): Candidate => ({
  item: { id, state: "todo", assigneeId: null, changedAt: null, changedById: null, ...item },
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

  it("puts what was given to me before what is open, and what failed for me between", () => {
    const given = step("given", { assigneeId: me });
    const failed = step("failed", { state: "failed", changedById: me });
    expect(order(step("open"), failed, given)).toEqual(["given", "failed", "open"]);
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

  it("ends with what I wait for", () => {
    expect(order(step("waits", { state: "blocked", assigneeId: me }), step("open"))).toEqual([
      "open",
      "waits",
    ]);
  });
});
