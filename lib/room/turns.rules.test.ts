import { describe, expect, it } from "vitest";
import { chart, done, inHand, question, section, step } from "./testing/a-walk";
import { lineOf, waitsFor, type Candidate } from "./turns.rules";

const waiting = (...steps: Candidate[]) => Object.fromEntries(waitsFor(section("a", steps)));
const below = (parentId: string, id: string, line: string | null = null, item = {}) =>
  step(id, { parentId, ...item }, line);

describe("whose turn it is", () => {
  it("is the first open one of a numbered list, and the next once that is over", () => {
    expect(waiting(step("1", {}, "n"), step("2", {}, "n"))).toEqual({ "2": "1" });
    expect(waiting(step("1", { state: "skipped" }, "n"), step("2", {}, "n"))).toEqual({});
  });

  it("is any without an order among them", () => {
    expect(waiting(step("a"), step("b"), step("c"))).toEqual({});
  });

  it("is not yet the next one's while somebody has the one before in hand", () => {
    const taken = { ...inHand("1", "ben"), line: "n" };
    expect(waiting(taken, step("2", {}, "n"))).toEqual({ "2": "1" });
  });

  it("is the next one's once the one before failed or is blocked", () => {
    for (const state of ["failed", "blocked"] as const) {
      expect(waiting(step("1", { state }, "n"), step("2", {}, "n"))).toEqual({});
    }
  });

  it("is not the next one's while the one before was ticked and waits for a second person", () => {
    const asked = { personId: "ben", at: "2026-03-01T03:00:00.000Z" };
    const ticked = { ...inHand("1", "ben", 0, { asked }), line: "n" };
    expect(waiting(ticked, step("2", {}, "n"))).toEqual({ "2": "1" });
  });

  it("waits for what stands below a number, too, and comes to what is below with its number", () => {
    const list = [step("1", {}, "n"), below("1", "1a"), step("2", {}, "n"), below("2", "2a")];
    expect(waiting(...list)).toEqual({ "2": "1", "2a": "1" });
    const [first, ...others] = list;
    expect(waiting({ ...first!, item: { ...first!.item, state: "done" } }, ...others)).toEqual({
      "2": "1a",
      "2a": "1a",
    });
  });

  it("is nobody's behind an open question, but for what was added by hand", () => {
    const added = step("call", { stepKey: null });
    const of = (answer: Candidate) => section("a", [...chart(answer).steps, step("bullet"), added]);
    expect([...waitsFor(of(question("ok?")))]).toEqual([["bullet", "ok?"]]);
    expect([...waitsFor(of(question("ok?", { state: "done" })))]).toEqual([]);
  });

  it("is not that of what stands below an alternative before somebody has begun that", () => {
    const either = (state: Candidate["item"]["state"]) => ({ ...step("a", { state }), choice: "c" });
    const others = [below("a", "a1", "n"), { ...step("b"), choice: "c" }];
    expect(waiting(either("todo"), ...others)).toEqual({ a1: "a" });
    expect(waiting(either("in_progress"), ...others)).toEqual({});
    expect(waiting(either("done"), ...others)).toEqual({});
  });

  it("is the next number's once an alternative was enough, or has answered the question", () => {
    const either = (id: string, item = {}) => ({ ...below("1", id, null, item), choice: "c" });
    const rest = [either("yes", { state: "done" }), either("no"), step("2", {}, "n")];
    expect(waiting(step("1", { state: "done" }, "n"), ...rest)).toEqual({});
    expect(waiting({ ...step("1", {}, "n"), asks: true }, ...rest)).toEqual({});
  });

  it("is on a chart where the walk stands", () => {
    const walk = chart(done("look", "ann"), step("read"), step("check"), question("ok?"));
    expect(Object.fromEntries(waitsFor(walk))).toEqual({ check: "read", "ok?": "read" });
  });
});

it("puts the steps of a chart in one line, and numbered ones by what they stand below and their group", () => {
  const item = { stepKey: "s", parentId: null, group: null };
  const of = (origin: "ordered" | "bullet" | "task" | "fence" | "chart", choiceKey: string | null = null) =>
    lineOf(item, { origin, choiceKey });
  expect(of("chart")).toBe("chart");
  expect(of("ordered")).toBe(of("fence"));
  expect(lineOf({ ...item, group: "g" }, { origin: "ordered", choiceKey: null })).not.toBe(of("ordered"));
  expect(lineOf({ ...item, parentId: "p" }, { origin: "ordered", choiceKey: null })).not.toBe(of("ordered"));
  expect([of("bullet"), of("task"), of("ordered", "either")]).toEqual([null, null, null]);
  expect(lineOf({ ...item, stepKey: null }, undefined)).toBeNull();
});
