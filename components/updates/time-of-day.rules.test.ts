import { expect, it } from "vitest";
import { atTime, timeOf } from "./time-of-day.rules";

const now = Date.UTC(2026, 2, 1, 3, 7, 30);

it("finds the next moment of a time of day, in the reader's zone", () => {
  expect(atTime("03:20", now, "UTC")).toBe(Date.UTC(2026, 2, 1, 3, 20));
  expect(atTime("04:20", now, "Europe/Stockholm")).toBe(Date.UTC(2026, 2, 1, 3, 20));
  expect(atTime("03:07", now, "UTC")).toBe(Date.UTC(2026, 2, 2, 3, 7));
  expect(atTime("00:05", Date.UTC(2026, 2, 1, 23, 58), "UTC")).toBe(Date.UTC(2026, 2, 2, 0, 5));
  expect(atTime("", now, "UTC")).toBeNull();
  expect(timeOf(now, "UTC")).toBe("03:07");
});
