import { describe, expect, it } from "vitest";
import type { FollowUpStateRow } from "@/lib/timeline/fold/state";
import { changesOf } from "./follow-ups.rules";

const row = {
  ...{ number: 1, title: { id: "t1", value: "Alert on queue age" }, kind: "detect", state: "open" },
  ...{ ownerId: "mara", dueOn: "2026-03-09" },
} as FollowUpStateRow;
const asItIs = { title: "Alert on queue age", kind: "detect", ownerId: "mara", dueOn: "2026-03-09" } as const;

describe("changing a follow-up", () => {
  it("sends only what differs, so that another's change of the rest stays", () => {
    expect(changesOf(row, { ...asItIs, ownerId: null })).toEqual({ ownerId: null });
    expect(changesOf(row, { ...asItIs, title: "Alert on lag" })).toEqual({ title: "Alert on lag" });
  });

  it("is nothing when all is as it was", () => {
    expect(changesOf(row, asItIs)).toEqual({});
  });
});
