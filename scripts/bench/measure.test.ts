import { expect, test } from "vitest";
import { measure, percentile } from "./measure";

test("a percentile is a value that was measured: the nearest rank", () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect(percentile(values, 0.5)).toBe(100);
  expect(percentile(values, 0.99)).toBe(198);
  expect(percentile([7], 0.99)).toBe(7);
});

test("each client sends one request at a time, all clients side by side", async () => {
  const under = [0, 0, 0];
  let most = 0;
  const figures = await measure(
    async (client) => {
      under[client] = (under[client] ?? 0) + 1;
      expect(under[client]).toBe(1);
      most = Math.max(most, under[0]! + under[1]! + under[2]!);
      await new Promise((resolve) => setImmediate(resolve));
      under[client] -= 1;
    },
    3,
    0.05,
  );
  expect(most).toBe(3);
  expect(figures.perSecond).toBeGreaterThan(0);
});

test("an answer that is wrong ends the measurement", async () => {
  const wrong = measure(() => Promise.reject(new Error("answered 500")), 2, 0.01);
  await expect(wrong).rejects.toThrow("answered 500");
});
