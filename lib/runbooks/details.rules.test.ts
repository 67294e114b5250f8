import { describe, expect, test } from "vitest";
import { decideDetails, isReviewOverdue, type Details } from "./details.rules";

const current: Details = { ownerId: "mara", tags: ["orders"], serviceIds: ["queue"], reviewBy: "2026-06-01" };

describe("details", () => {
  test("change only where something else was said", () => {
    const changes = {
      ownerId: { from: "mara", to: "sam" },
      tags: { from: ["orders"], to: ["orders"] },
    };
    expect(decideDetails(current, changes)).toEqual({ ok: true, changed: { ownerId: changes.ownerId } });
  });

  test.each([
    ["owner", { ownerId: { from: null, to: "sam" } }],
    ["tags", { tags: { from: [], to: ["late"] } }],
    ["services", { serviceIds: { from: ["planner"], to: [] } }],
    ["day of review", { reviewBy: { from: null, to: "2027-01-01" } }],
  ])("do not change when the %s is no longer what was seen", (name, changes) => {
    expect(decideDetails(current, changes)).toMatchObject({
      code: "conflict",
      message: expect.stringContaining(name) as string,
    });
  });

  test("that are asked to stay as they are change nothing", () => {
    expect(decideDetails(current, { ownerId: { from: "mara", to: "mara" } })).toMatchObject({
      code: "invalid",
    });
  });
});

test.each([
  ["2026-06-01", "2026-06-01", false],
  ["2026-06-01", "2026-06-02", true],
  [null, "2026-06-02", false],
])("to be reviewed by %s, on %s it is overdue: %s", (reviewBy, today, overdue) => {
  expect(isReviewOverdue(reviewBy, today)).toBe(overdue);
});
