import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { earliest } from "./earliest";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counted() {
  let count = 0;
  return { work: earliest(() => count++), count: () => count };
}

test("who is asked without end still does it in time, and once for all that was asked before", () => {
  const { work, count } = counted();
  for (let ms = 0; ms < 9_000; ms += 1_000) {
    work.within(3_000);
    vi.advanceTimersByTime(1_000);
  }
  expect(count()).toBe(3);
});

test("what is wanted at once is not put off by what may wait", () => {
  const { work, count } = counted();
  work.within(3_000);
  work.within(0);
  work.within(3_000);
  vi.advanceTimersByTime(0);
  expect(count()).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(count()).toBe(1);
});

test("what was cancelled is not done, and can be asked for again", () => {
  const { work, count } = counted();
  work.within(0);
  work.cancel();
  vi.advanceTimersByTime(10);
  expect(count()).toBe(0);
  work.within(5);
  vi.advanceTimersByTime(5);
  expect(count()).toBe(1);
});
