import { describe, expect, it } from "vitest";
import {
  clockDigits,
  clockMessage,
  clockState,
  clockTitle,
  clockTone,
  clockWords,
  dueWords,
  type ClockSlot,
} from "./clock.rules";

const due = Date.UTC(2025, 10, 14, 3, 12);
const S = 1_000;
const MIN = 60 * S;

function aSlot(change: Partial<ClockSlot> = {}): ClockSlot {
  return { number: 4, openedAt: due - 15 * MIN, dueAt: due, intervalMinutes: 15, ...change };
}

describe("the state of the clock", () => {
  it.each([
    [-3 * MIN - 1, "calm"],
    [-3 * MIN, "soon"],
    [-1, "soon"],
    [0, "overdue"],
    [11 * MIN, "overdue"],
  ] as const)("%d ms after due is %s", (after, state) => {
    expect(clockState(aSlot(), due + after)).toBe(state);
  });

  it("is escalated only when late and told so", () => {
    const slot = aSlot({ escalatedTo: "platform on-call" });
    expect(clockState(slot, due - 1)).toBe("soon");
    expect(clockState(slot, due + 10 * MIN)).toBe("escalated");
  });

  it("is snoozed until the last three minutes", () => {
    const slot = aSlot({ snoozed: { by: "Mara", reason: "vendor" } });
    expect(clockState(slot, due - 4 * MIN)).toBe("snoozed");
    expect(clockState(slot, due - 2 * MIN)).toBe("soon");
    expect(clockState(slot, due)).toBe("overdue");
  });

  it("has stopped without a slot", () => expect(clockState(null, due)).toBe("stopped"));

  it("has three tones", () => {
    const tones = (["calm", "snoozed", "stopped", "soon", "overdue", "escalated"] as const).map(clockTone);
    expect(tones).toEqual(["calm", "calm", "calm", "soon", "late", "late"]);
  });
});

describe("what the clock says", () => {
  it("counts down, then up", () => {
    expect(clockDigits(aSlot(), due - 161 * S)).toBe("02:41");
    expect(clockDigits(aSlot(), due + 72 * S)).toBe("+01:12");
  });

  it("has a word when nothing counts", () => {
    expect(clockDigits(null, due)).toBe("Stopped");
    expect(clockDigits(aSlot({ snoozed: { by: "Mara", reason: "vendor" } }), due - 10 * MIN)).toBe("Snoozed");
  });

  it("names its state", () => {
    const title = (now: number, change: Partial<ClockSlot> = {}) => clockTitle(aSlot(change), now, "03:12");
    expect(title(due - 10 * MIN)).toBe("Update 4 due at 03:12");
    expect(title(due - 2 * MIN)).toBe("Update 4 due soon");
    expect(title(due + MIN)).toBe("Update 4 overdue");
    expect(title(due + 12 * MIN, { escalatedTo: "platform on-call" })).toBe("Escalated to platform on-call");
    expect(title(due - 9 * MIN, { snoozed: { by: "Mara", reason: "x" } })).toBe("Update 4 snoozed to 03:12");
  });

  it("is short in lists", () => {
    expect(clockWords(aSlot(), due - 161 * S)).toBe("02:41 soon");
    expect(clockWords(aSlot(), due + 400 * S)).toBe("+06:40 late");
    expect(clockWords(aSlot(), due - 456 * S)).toBe("07:36");
  });

  it("says what it counts to where nothing else does", () => {
    expect(dueWords(aSlot(), due - 250 * S)).toBe("update due in 04:10");
    expect(dueWords(aSlot(), due + 400 * S)).toBe("update +06:40 late");
    expect(dueWords(aSlot({ snoozed: { by: "Mara", reason: "in a call" } }), due - 250 * S)).toBe(
      "update snoozed",
    );
  });
});

describe("what a screen reader hears", () => {
  const heard = (from: number, to: number) => clockMessage(aSlot(), due + from, due + to);

  it("is one message at 3:00, due, +5 and +10", () => {
    expect(heard(-181 * S, -180 * S)).toBe("Update 4 is due in 3 minutes.");
    expect(heard(-S, 0)).toBe("Update 4 is due now.");
    expect(heard(299 * S, 300 * S)).toBe("Update 4 is 5 minutes overdue.");
    expect(heard(599 * S, 600 * S)).toBe("Update 4 is 10 minutes overdue.");
  });

  it("is nothing in between", () => {
    expect(heard(-180 * S, -179 * S)).toBeNull();
    expect(heard(0, 299 * S)).toBeNull();
  });

  it("is only the latest after a sleep", () => {
    expect(heard(-10 * MIN, 6 * MIN)).toBe("Update 4 is 5 minutes overdue.");
  });
});
