import fc from "fast-check";
import { expect, test } from "vitest";
import { dayRange, fromLocalInput, toLocalInput } from "./local-input";

const at = Date.parse("2026-03-01T03:12:40.000Z");

test.each([
  ["UTC", "2026-03-01T03:12"],
  ["Europe/Stockholm", "2026-03-01T04:12"],
  ["America/Los_Angeles", "2026-02-28T19:12"],
  ["Asia/Kathmandu", "2026-03-01T08:57"],
])("in %s it is %s", (timeZone, text) => {
  expect(toLocalInput(at, timeZone)).toBe(text);
  expect(fromLocalInput(text, timeZone)).toBe(at - 40_000);
});

test("what is no time gives none", () => {
  expect(fromLocalInput("", "UTC")).toBeNull();
  expect(fromLocalInput("2026-13-01T00:00", "UTC")).toBeNull();
});

test("an hour that spring skips means the one after it", () => {
  expect(fromLocalInput("2026-03-29T02:30", "Europe/Stockholm")).toBe(Date.parse("2026-03-29T01:30:00Z"));
});

test("an hour that autumn repeats means its first coming", () => {
  expect(fromLocalInput("2026-10-25T02:30", "Europe/Stockholm")).toBe(Date.parse("2026-10-25T00:30:00Z"));
});

test("there and back again is the same minute, in any zone, but for the hour that comes twice", () => {
  const zones = fc.constantFrom(
    "UTC",
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (seconds, timeZone) => {
      const minute = Math.floor(seconds / 60) * 60_000;
      const back = fromLocalInput(toLocalInput(minute, timeZone), timeZone) ?? 0;
      expect(toLocalInput(back, timeZone)).toBe(toLocalInput(minute, timeZone));
      expect(minute - back).toBeGreaterThanOrEqual(0);
      expect(minute - back).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

test.each([
  ["UTC", "2026-03-01", "2026-03-01T00:00Z", "2026-03-02T00:00Z"],
  ["Asia/Kathmandu", "2026-12-31", "2026-12-30T18:15Z", "2026-12-31T18:15Z"],
  ["America/Los_Angeles", "2026-02-28", "2026-02-28T08:00Z", "2026-03-01T08:00Z"],
  ["Europe/Stockholm", "2026-03-29", "2026-03-28T23:00Z", "2026-03-29T22:00Z"],
  ["Europe/Stockholm", "2026-10-25", "2026-10-24T22:00Z", "2026-10-25T23:00Z"],
  // Spring skips midnight itself here.
  ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00Z", "2026-04-24T21:00Z"],
])("a day in %s: %s", (timeZone, day, from, to) => {
  expect(dayRange(day, timeZone)).toEqual({ from: Date.parse(from), to: Date.parse(to) });
});

test("what is no day has no range", () => {
  expect(dayRange("", "UTC")).toBeNull();
  expect(dayRange("2026-13-01", "UTC")).toBeNull();
});
