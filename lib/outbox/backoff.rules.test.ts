import { describe, expect, it } from "vitest";
import { GIVE_UP_AFTER_MS, nextAttempt } from "./backoff.rules";

const decided = Date.UTC(2026, 2, 1, 3);

describe("when a delivery is tried again", () => {
  it("waits 2 s after the first failure and longer after each", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
      (failed) => nextAttempt(failed, decided, decided)! - decided,
    );
    expect(waits[0]).toBe(2_000);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(30 * 60_000);
  });

  it("gives up once the next try would be more than a day after it was decided", () => {
    const lastWait = 30 * 60_000;
    const edge = decided + GIVE_UP_AFTER_MS - lastWait;
    expect(nextAttempt(50, decided, edge)).toBe(decided + GIVE_UP_AFTER_MS);
    expect(nextAttempt(50, decided, edge + 1)).toBeNull();
  });
});
