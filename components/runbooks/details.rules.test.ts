import { describe, expect, test } from "vitest";
import type { Details } from "@/lib/runbooks/details.rules";
import { changesOf, formOf, rebased, tagsIn } from "./details.rules";

const details: Details = { ownerId: "mara", tags: ["late", "orders"], serviceIds: ["s1"], reviewBy: null };

describe("what is sent", () => {
  test("is nothing when nothing was touched", () => {
    expect(changesOf(details, formOf(details))).toEqual({});
  });

  test("is what differs, from what it was", () => {
    const form = { ...formOf(details), tags: "Orders, late, eu", reviewBy: "2026-09-01" };
    expect(changesOf(details, form)).toEqual({
      tags: { from: ["late", "orders"], to: ["eu", "late", "orders"] },
      reviewBy: { from: null, to: "2026-09-01" },
    });
  });
});

test("after somebody else changed it, what was typed stays and the rest follows", () => {
  const typed = { ...formOf(details), reviewBy: "2026-09-01" };
  const now = { ...details, ownerId: "sam" };
  expect(changesOf(now, rebased(details, typed, now))).toEqual({
    reviewBy: { from: null, to: "2026-09-01" },
  });
});

test("tags are taken apart at commas, whatever their case and the spaces around them", () => {
  expect(tagsIn(" Disk ,eu,, disk , alpha beta")).toEqual(["alpha beta", "disk", "eu"]);
});
