import { expect, test } from "vitest";
import { shareProbe } from "./shared-probe";

test("many who ask at once share one question, and its answer holds for a second", async () => {
  let asked = 0;
  let now = 0;
  const probe = shareProbe(
    async () => ++asked,
    1_000,
    () => now,
  );
  expect(await Promise.all([probe(), probe(), probe()])).toEqual([1, 1, 1]);
  now = 999;
  expect(await probe()).toBe(1);
  now = 1_000;
  expect(await probe()).toBe(2);
});

test("a question that failed is asked again once its second is over", async () => {
  let now = 0;
  let works = false;
  const probe = shareProbe(
    async () => (works ? "ready" : Promise.reject(new Error("down"))),
    1_000,
    () => now,
  );
  await expect(probe()).rejects.toThrow("down");
  works = true;
  now = 1_000;
  expect(await probe()).toBe("ready");
});
