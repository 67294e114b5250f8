import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideExtend,
  dueAfter,
  isOverrun,
  MOST_MINUTES,
  runningBox,
  startsByItself,
} from "./time-box.rules";

const MINUTE = 60_000;
const begun = Date.parse("2026-03-01T03:00:00.000Z");
const minutes = fc.integer({ min: 1, max: MOST_MINUTES });
const box = (dueAt: number) => ({ dueAt, overrunAt: null, endedAt: null });

describe("a timer", () => {
  test("runs out in the very moment it is due, not a millisecond before", () => {
    fc.assert(
      fc.property(minutes, (length) => {
        const due = dueAfter(begun, length);
        expect(due).toBe(begun + length * MINUTE);
        expect(isOverrun(box(due), due - 1)).toBe(false);
        expect(isOverrun(box(due), due)).toBe(true);
      }),
    );
  });

  test("that has ended, or was noted, does not run out again", () => {
    expect(isOverrun({ ...box(begun), endedAt: begun - 1 }, begun + MINUTE)).toBe(false);
    expect(isOverrun({ ...box(begun), overrunAt: begun }, begun + MINUTE)).toBe(false);
  });

  test("that is given more time has at least as much of it left, and never ends in the past", () => {
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 600 }),
        (length, more, gone) => {
          const now = begun + gone * MINUTE;
          const due = dueAfter(begun, length);
          const said = decideExtend(due, more, now);
          if (!said.ok) {
            expect(due + more * MINUTE - now).toBeGreaterThan(MOST_MINUTES * MINUTE);
            return;
          }
          expect(said.dueAt - now).toBeGreaterThanOrEqual(more * MINUTE);
          expect(said.dueAt - due).toBeGreaterThanOrEqual(more * MINUTE);
        },
      ),
    );
  });

  test("runs for a week at most", () => {
    expect(decideExtend(begun, MOST_MINUTES, begun)).toMatchObject({ ok: true });
    expect(decideExtend(begun + 1, MOST_MINUTES, begun)).toMatchObject({ ok: false, code: "invalid" });
  });

  test("is of one step, or of the checklist as a whole", () => {
    const state = { startedById: null, startedAt: "", dueAt: "", overrunAt: null };
    const boxes = [
      { id: "ended", checklistId: "list", itemId: null, ...state, endedAt: "2026-03-01T03:00:00.000Z" },
      { id: "of the step", checklistId: "list", itemId: "item", ...state, endedAt: null },
    ];
    expect(runningBox(boxes, { checklistId: "list", itemId: "item" })?.id).toBe("of the step");
    expect(runningBox(boxes, { checklistId: "list", itemId: null })).toBeUndefined();
  });
});

test.each([
  ["First Five Minutes", 5, true],
  ["The first hour", 60, true],
  ["Contain (15 min)", 15, false],
  ["Monitor for one hour", 60, false],
  ["First aid", null, false],
])("“%s” of %s minutes starts with its section: %s", (title, timeBoxMinutes, itself) => {
  expect(startsByItself({ title, timeBoxMinutes })).toBe(itself);
});
