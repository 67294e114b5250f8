import { expect, it } from "vitest";
import { deliveryWords } from "./delivery-words.rules";

const now = Date.UTC(2026, 2, 1, 3);
const inSeconds = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
const pending = {
  state: "pending",
  attempts: 0,
  nextAttemptAt: inSeconds(0),
  lastError: null,
  lastMs: null,
} as const;

it("says what became of a delivery", () => {
  const over = { ...pending, attempts: 1, nextAttemptAt: null };
  expect(deliveryWords({ ...over, state: "delivered", lastMs: 412 }, now)).toBe("arrived in 0.4 s");
  expect(deliveryWords({ ...over, state: "delivered", lastMs: 3 }, now)).toBe("arrived in 0.1 s");
  expect(deliveryWords({ ...over, state: "abandoned" }, now)).toBe("did not arrive");
  expect(deliveryWords(pending, now)).toBe("on its way");
  expect(deliveryWords({ ...pending, attempts: 2, nextAttemptAt: inSeconds(28) }, now)).toBe(
    "next try in 28 s",
  );
  expect(deliveryWords({ ...pending, attempts: 2 }, now)).toBe("is tried again now");
});
