import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDay,
  formatDayOfAnyYear,
  formatExact,
  formatTime,
  formatTimeWithSeconds,
  formatTimeWithZone,
  isSameDay,
} from "./clock-times";

const at = Date.UTC(2025, 10, 14, 0, 5, 9);

describe("a moment in a zone", () => {
  it("shows the clock time there, with midnight as 00", () => {
    expect(formatTime(at, "UTC")).toBe("00:05");
    expect(formatTime(at, "Europe/Stockholm")).toBe("01:05");
    expect(formatTimeWithSeconds(at, "UTC")).toBe("00:05:09");
  });

  it("names the zone when asked", () => {
    expect(formatTimeWithZone(at, "UTC")).toBe("00:05 UTC");
    expect(formatExact(at, "UTC")).toBe("14 Nov 2025, 00:05 UTC");
  });

  it("can fall on another day there", () => {
    expect(formatDay(at, "UTC")).toBe("Fri 14 Nov");
    expect(formatDate(at, "America/New_York")).toBe("13 Nov 2025");
    expect(isSameDay(at, at + 86_400_000 - 600_000, "UTC")).toBe(true);
    expect(isSameDay(at, at - 600_000, "UTC")).toBe(false);
  });

  it("says the year of a day only where it is another one", () => {
    const now = Date.UTC(2025, 11, 31);
    expect(formatDayOfAnyYear(at, now, "UTC")).toBe("Fri 14 Nov");
    expect(formatDayOfAnyYear(Date.UTC(2020, 0, 1), now, "UTC")).toBe("Wed 1 Jan 2020");
  });

  it("refuses a zone that does not exist", () => {
    expect(() => formatTime(at, "Mars/Olympus")).toThrow(RangeError);
  });
});
