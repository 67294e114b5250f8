import { describe, expect, it } from "vitest";
import { decideFacts, type Facts } from "./facts.rules";

const now = new Date("2026-03-01T03:00:00.000Z");
const current: Facts = {
  title: "Orders are stuck",
  severity: 2,
  environmentId: "production",
  serviceIds: ["a", "b"],
  startedAt: now,
  detection: { at: null, by: "alert" },
  callLink: null,
  visibility: "everyone",
};
const ask = { reason: "Seen in the log", now };

describe("putting facts right", () => {
  it("names what changes and leaves out what stays", () => {
    const changes = {
      severity: { from: 2, to: 1 },
      title: { from: current.title, to: current.title },
    } as const;
    expect(decideFacts(current, changes, ask)).toEqual({ ok: true, changed: ["severity"] });
  });

  it("needs a reason, but not for the call link", () => {
    const silent = { reason: null, now };
    expect(decideFacts(current, { severity: { from: 2, to: 1 } }, silent).ok).toBe(false);
    const link = { callLink: { from: null, to: "https://call.example.org" } };
    expect(decideFacts(current, link, silent).ok).toBe(true);
  });

  it("refuses when somebody else was first", () => {
    const stale = { serviceIds: { from: ["a"], to: ["c"] } };
    expect(decideFacts(current, stale, ask)).toMatchObject({ ok: false, code: "conflict" });
  });

  it("refuses the future and nothing at all", () => {
    const later = new Date(now.getTime() + 1);
    const start = { startedAt: { from: now, to: later } };
    expect(decideFacts(current, start, ask)).toMatchObject({ ok: false, code: "invalid" });
    const seen = { detection: { from: current.detection, to: { at: later, by: null } } };
    expect(decideFacts(current, seen, ask)).toMatchObject({ ok: false, code: "invalid" });
    expect(decideFacts(current, {}, ask)).toMatchObject({ ok: false, code: "invalid" });
  });
});
