import { describe, expect, it } from "vitest";
import { fold } from "@/lib/timeline/fold";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { derive } from "./derive.rules";
import { withoutRedacted } from "./redacted.rules";

const entries = [
  anEntry("incident.declared", {}, { seq: 1 }),
  anEntry("criterion.added", {}, { seq: 2 }),
  anEntry("criterion.waived", {}, { seq: 3 }),
  anEntry("follow_up.added", { number: 1 }, { seq: 4 }),
];
const before = fold(entries);
const body = {
  parts: { impact: "", rootCause: "", remediation: "", wentWell: "" },
  derived: derive(entries, before, "a".repeat(64)),
  followUps: [{ number: 1, title: "words", kind: "prevent" as const, ownerId: null, dueOn: null }],
};

describe("a stored summary", () => {
  it("shows what it copied while the incident's own words stand", () => {
    expect(withoutRedacted(body, before)).toEqual(body);
  });

  it("shows none of the words that were redacted since", () => {
    const after = fold(entries.map((entry) => ({ ...entry, texts: {} })));
    const { derived, followUps } = withoutRedacted(body, after);
    expect(derived.title).toBe("[redacted]");
    expect(derived.criteria).toMatchObject([{ text: "[redacted]", reason: "[redacted]" }]);
    expect(followUps).toMatchObject([{ title: "[redacted]" }]);
  });
});
