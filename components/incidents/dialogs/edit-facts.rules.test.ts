import { describe, expect, it } from "vitest";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { changesOf, formOf, needsReason, rebased } from "./edit-facts.rules";

const state = {
  title: { id: "t", value: "Orders are stuck" },
  severity: 2,
  environmentId: "production",
  serviceIds: ["b", "a"],
  startedAt: "2026-03-01T02:40:31.250Z",
  detectedAt: null,
  detection: "alert",
  callLink: null,
  visibility: "everyone",
} as unknown as IncidentState;
const before = formOf(state, "Europe/Stockholm");

describe("what is sent when facts are put right", () => {
  it("is nothing when nothing differs, also not the seconds that a control cannot hold", () => {
    expect(before.startedAt).toBe("2026-03-01T03:40");
    expect(changesOf(before, { ...before }, "Europe/Stockholm")).toEqual({});
  });

  it("holds what it was, to the millisecond, and what it becomes", () => {
    const after = { ...before, startedAt: "2026-03-01T03:30", serviceIds: ["a"] };
    expect(changesOf(before, after, "Europe/Stockholm")).toEqual({
      startedAt: { from: "2026-03-01T02:40:31.250Z", to: "2026-03-01T02:30:00.000Z" },
      serviceIds: { from: ["a", "b"], to: ["a"] },
    });
  });

  it("an emptied time is not known any more; how it was detected goes with when", () => {
    expect(changesOf(before, { ...before, startedAt: "" }, "UTC")).toMatchObject({ startedAt: { to: null } });
    expect(changesOf(before, { ...before, detection: "" }, "UTC")).toEqual({
      detection: { from: { at: null, by: "alert" }, to: { at: null, by: null } },
    });
  });

  it("keeps what was typed on top of what somebody else changed meanwhile", () => {
    const now = formOf({ ...state, severity: 1, environmentId: "staging" }, "UTC");
    const typed = { ...before, title: "Orders and mails are stuck", environmentId: "test" };
    const form = rebased(before, typed, now);
    expect(form).toMatchObject({ title: typed.title, severity: 1, environmentId: "test" });
    expect(changesOf(now, form, "UTC")).toMatchObject({ environmentId: { from: "staging", to: "test" } });
  });

  it("asks for a reason for everything but the call link", () => {
    const link = changesOf(before, { ...before, callLink: "https://call.example.org" }, "UTC");
    expect(needsReason(link)).toBe(false);
    expect(needsReason(changesOf(before, { ...before, severity: 1 }, "UTC"))).toBe(true);
  });
});
