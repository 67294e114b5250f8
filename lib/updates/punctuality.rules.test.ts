import { describe, expect, it } from "vitest";
import type { Slot } from "./cadence-state.rules";
import { punctuality } from "./punctuality.rules";

const history = (counts: Partial<Record<Slot["outcome"], number>>) =>
  Object.entries(counts).flatMap(([outcome, count]) =>
    Array.from({ length: count }, () => ({ outcome: outcome as Slot["outcome"] })),
  );

describe("punctuality", () => {
  it("counts on time, late and missed, and leaves out what is open or was stopped", () => {
    expect(punctuality(history({ on_time: 5, late: 2, missed: 1, open: 1, stopped: 3 }))).toEqual({
      onTime: 5,
      late: 2,
      missed: 1,
      due: 8,
      onTimePercent: 63,
    });
  });

  it("is too few to say under three", () => {
    expect(punctuality([]).onTimePercent).toBeNull();
    expect(punctuality(history({ on_time: 2 })).onTimePercent).toBeNull();
    expect(punctuality(history({ on_time: 3 })).onTimePercent).toBe(100);
  });

  it("says 100 only when every one was on time", () => {
    expect(punctuality(history({ on_time: 999, late: 1 })).onTimePercent).toBe(99);
    expect(punctuality(history({ missed: 3 })).onTimePercent).toBe(0);
  });
});
