import { describe, expect, it } from "vitest";
import type { ClockSlot } from "./clock.rules";
import { clockDetail, clockDetailOnPhone, markLabel, type ClockMark } from "./marks.rules";

const MIN = 60_000;
const due = Date.UTC(2025, 10, 14, 3, 12);
const slot: ClockSlot = { number: 4, openedAt: due - 15 * MIN, dueAt: due, intervalMinutes: 15 };
const marks: ClockMark[] = [
  { at: due - 3 * MIN, who: "you" },
  { at: due + 5 * MIN, who: "Jonah" },
  { at: due + 10 * MIN, who: "platform on-call", escalates: true },
];
const time = (at: number) => new Date(at).toISOString().slice(11, 16);
const timeWithZone = (at: number) => `${time(at)} UTC`;

function detailAt(after: number, change: Partial<ClockSlot> = {}, detail?: string) {
  return clockDetail({ slot: { ...slot, ...change }, now: due + after, marks, detail, time });
}

describe("a mark on the rail", () => {
  it("tells before its moment, and has told after it", () => {
    expect(marks.map((mark) => markLabel(mark, due - 10 * MIN))).toEqual([
      "tells you",
      "tells Jonah",
      "escalates",
    ]);
    expect(marks.map((mark) => markLabel(mark, due + 10 * MIN))).toEqual([
      "you were told",
      "told Jonah",
      "escalated",
    ]);
  });
});

describe("the line under the state", () => {
  it("says how often while calm, or what the caller knows", () => {
    expect(detailAt(-10 * MIN)).toBe("Posts every 15 min");
    expect(detailAt(-10 * MIN, {}, "Draft ready: 5 lines since 02:57")).toBe(
      "Draft ready: 5 lines since 02:57",
    );
  });

  it("says who is told next while overdue", () => {
    expect(detailAt(-2 * MIN)).toBe("Then Jonah is told");
    expect(detailAt(72_000)).toBe("Jonah is told in 03:48");
    expect(detailAt(6 * MIN)).toBe("It goes up to platform on-call in 04:00");
  });

  it("says who was told once all have been", () => {
    const escalated = detailAt(11 * MIN, { escalatedTo: "platform on-call" });
    expect(escalated).toBe("Jonah told 03:17, platform on-call told 03:22");
  });

  it("says who snoozed and why", () => {
    expect(detailAt(-10 * MIN, { snoozed: { by: "Mara", reason: "waiting for the vendor" } })).toBe(
      "Once, by Mara: waiting for the vendor",
    );
  });

  it("falls back to the due time when nobody is told", () => {
    expect(clockDetail({ slot, now: due + MIN, marks: [], time })).toBe("Due at 03:12");
  });
});

describe("the line on a phone", () => {
  const onPhone = (after: number) =>
    clockDetailOnPhone({ slot, now: due + after, marks, time, timeWithZone });

  it("says the due time, for the rail has no labels there", () => {
    expect(onPhone(-2 * MIN)).toBe("at 03:12 UTC, then Jonah is told");
    expect(onPhone(72_000)).toBe("due 03:12, Jonah is told in 03:48");
    expect(onPhone(6 * MIN)).toBe("due 03:12, it goes up to platform on-call in 04:00");
  });

  it("does not repeat the due time that stands in the title above it", () => {
    expect(onPhone(-10 * MIN)).toBe("then Jonah is told");
    const alone = { slot, now: due - 10 * MIN, marks: [], time, timeWithZone };
    expect(clockDetailOnPhone(alone)).toBe("Posts every 15 min");
  });
});
