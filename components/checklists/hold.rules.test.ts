import { describe, expect, it } from "vitest";
import type { StepState } from "@/lib/timeline/events/common";
import type { ItemState } from "@/lib/timeline/fold/state";
import { holdOn, HOLDS_NOTHING, isOverNow, type Held } from "./hold.rules";

const at = (minute: number) => `2026-03-01T03:0${minute}:00.000Z`;
const step = (id: string, state: StepState = "todo", by: string | null = null, minute = 0) => ({
  ...{
    id,
    kind: "step" as ItemState["kind"],
    state,
    changedById: by,
    changedAt: by && at(minute),
    asked: null as ItemState["asked"],
    answer: null as ItemState["answer"],
  },
});
const hold = (before: Held, first: string | null, ...items: ReturnType<typeof step>[]) =>
  holdOn(before, { items, first, me: "me", guided: new Set(["guided"]) });
const opened = hold(HOLDS_NOTHING, "a", step("a"), step("b"));

describe("the step on the card", () => {
  it("is the best ranked one at first", () => {
    expect(opened.itemId).toBe("a");
  });

  it("stays when somebody else does it first", () => {
    expect(hold(opened, "b", step("a", "done", "ben", 1), step("b"))).toBe(opened);
  });

  it("stays when another becomes better", () => {
    expect(hold(opened, "b", step("a"), step("b")).itemId).toBe("a");
  });

  it("gives way once this person has done something, and only once", () => {
    const pressed = hold(opened, "b", step("a", "done", "me", 2), step("b"), step("c"));
    expect(pressed.itemId).toBe("b");
    const recorded = hold(pressed, "c", step("a", "done", "me", 3), step("b", "done", "ben", 3), step("c"));
    expect(recorded.itemId).toBe("b");
  });

  it("gives way to what this person does on another screen, whose clock may be a little behind", () => {
    const seconds = (id: string, second: number) => ({
      ...step(id, "done", "me"),
      changedAt: `2026-03-01T03:00:${second}.000Z`,
    });
    const held = hold(HOLDS_NOTHING, "b", seconds("a", 30), step("b"), step("c"));
    expect(hold(held, "c", seconds("a", 30), seconds("b", 29), step("c")).itemId).toBe("c");
  });

  it("stays when what was done without a connection arrives", () => {
    const held = hold(HOLDS_NOTHING, "b", step("a", "done", "me", 5), step("b"), step("c"));
    const sent = hold(held, "b", step("a", "done", "me", 5), step("b"), step("c", "done", "me", 2));
    expect(sent.itemId).toBe("b");
  });

  it("stays when what this person did last is changed by somebody else", () => {
    const items = [step("z", "done", "me", 1), step("a", "in_progress", "me", 2), step("b")];
    const held = hold(HOLDS_NOTHING, "a", ...items);
    const after = hold(held, "b", step("z", "done", "me", 1), step("a", "done", "ben", 3), step("b"));
    expect(after.itemId).toBe("a");
  });

  it("stays when it was chosen, until this person acts on it", () => {
    const chosen: Held = { ...opened, itemId: "b", chosen: "todo" };
    const elsewhere = hold(chosen, "a", step("a"), step("b"), step("c", "done", "me", 1));
    expect(elsewhere.itemId).toBe("b");
    expect(hold(elsewhere, "a", step("a"), step("b", "failed", "me", 2), step("c")).itemId).toBe("a");
  });

  it("gives way when it was chosen, once this person answers a question", () => {
    const chosen: Held = { ...opened, itemId: "b", chosen: "todo" };
    const answered = { ...step("ok?", "done", "me", 1), kind: "decision" as const };
    expect(hold(chosen, "a", step("a"), step("b"), answered).itemId).toBe("a");
    expect(hold(chosen, "a", step("a"), step("b"), { ...answered, changedById: "ben" }).itemId).toBe("b");
  });

  it("gives way once this person has ticked it for a second person to confirm", () => {
    const mine = step("a", "in_progress", "me", 1);
    const held = hold(HOLDS_NOTHING, "a", mine, step("b"));
    const asked = { ...step("a", "in_progress", "me", 2), asked: { personId: "me", at: at(2) } };
    expect(hold(held, "b", asked, step("b")).itemId).toBe("b");
  });

  it("is the one that this person marked failed when it says what to do then, until they act again", () => {
    const held = hold(HOLDS_NOTHING, "guided", step("guided"), step("b"));
    const failed = hold(held, "b", step("guided", "failed", "me", 1), step("b"));
    expect(failed).toMatchObject({ itemId: "guided", chosen: null });
    expect(hold(failed, "b", step("guided", "failed", "me", 2), step("b")).itemId).toBe("guided");
    expect(hold(failed, "c", step("guided", "failed", "me", 1), step("b", "done", "me", 3)).itemId).toBe("c");
    expect(hold(opened, "a", step("a"), step("guided", "failed", "me", 1)).itemId).toBe("guided");
  });

  it("gives way to what is next when what failed says no more, and when it failed before the room was opened", () => {
    expect(hold(opened, "b", step("a", "failed", "me", 1), step("b")).itemId).toBe("b");
    expect(hold(HOLDS_NOTHING, "b", step("guided", "failed", "me", 1), step("b")).itemId).toBe("b");
  });

  it("gives way, from a step that was chosen, too, once this person gives another answer", () => {
    const answered = (to: string, minute: number) => ({
      ...step("ok?", "done", "me", minute),
      ...{ kind: "decision" as const, answer: { to, label: to } },
    });
    const chosen: Held = {
      ...hold(HOLDS_NOTHING, "a", answered("no", 1), step("a"), step("b")),
      chosen: "todo",
    };
    expect(hold(chosen, "b", answered("yes", 2), step("a"), step("b")).itemId).toBe("b");
    // Two answers of a chart may lead to the same node.
    const other = { ...answered("no", 2), answer: { to: "no", label: "not yet" } };
    expect(hold(chosen, "b", other, step("a"), step("b")).itemId).toBe("b");
  });

  it("gives way when it is gone", () => {
    expect(hold(opened, "b", step("b")).itemId).toBe("b");
  });
});

describe("nothing is left to do about it", () => {
  const chosen: Held = { ...opened, chosen: "todo" };

  it("once somebody else ended or took what was offered", () => {
    expect(isOverNow(opened, "done", false)).toBe(true);
    expect(isOverNow(opened, "in_progress", false)).toBe(true);
    expect(isOverNow(opened, "todo", true)).toBe(false);
  });

  it("once what was chosen has ended since, not when it was chosen to be unticked", () => {
    expect(isOverNow(chosen, "done", false)).toBe(true);
    expect(isOverNow({ ...chosen, chosen: "done" }, "done", false)).toBe(false);
    expect(isOverNow(chosen, "in_progress", false)).toBe(false);
  });
});
