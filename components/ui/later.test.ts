import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untilLoaded } from "./later";
import { toasts } from "./toast";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a part that cannot be fetched comes once the console is back, and who waits is told once", async () => {
  toasts.set(() => []);
  let tries = 0;
  const told: number[] = [];
  const stop = toasts.subscribe(() => told.push(toasts.get().length));
  const part = untilLoaded(() =>
    ++tries < 3 ? Promise.reject(new Error("No network")) : Promise.resolve("part"),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await part).toBe("part");
  expect(tries).toBe(3);
  expect(told).toEqual([1]);
  stop();
});
