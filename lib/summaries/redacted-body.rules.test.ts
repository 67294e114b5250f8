import { describe, expect, it } from "vitest";
import { fold } from "@/lib/timeline/fold";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { derive } from "./derive.rules";
import { redactedBody } from "./redacted-body.rules";

const entries = [
  anEntry("incident.declared", {}, { seq: 1 }),
  anEntry("criterion.added", {}, { seq: 2 }),
  anEntry("criterion.waived", {}, { seq: 3 }),
  anEntry("checklist.started", {}, { seq: 4 }),
  anEntry("step.skipped", {}, { seq: 5 }),
];
const derived = derive(entries, fold(entries), "a".repeat(64));
const body = {
  parts: {
    impact: "No secret.",
    rootCause: "Told “words 17”.",
    remediation: "",
    wentWell: "A word, more words 17.",
  },
  derived,
  followUps: [{ number: 1, title: "words 9", kind: "prevent" as const, ownerId: null, dueOn: null }],
};

describe("a stored summary", () => {
  it("is the same when none of its words were redacted", () => {
    expect(redactedBody(body, ["something else"])).toEqual(body);
  });

  it("shows none of the words that were redacted, wherever it copied them", () => {
    const copied = [derived.title, ...derived.criteria.flatMap(({ text, reason }) => [text, reason ?? ""])];
    const seen = redactedBody(body, [...copied, "words 17", "words 9"]);
    expect(seen.derived.title).toBe("[redacted]");
    expect(seen.derived.criteria).toMatchObject([{ text: "[redacted]", reason: "[redacted]" }]);
    expect(seen.derived.steps).toMatchObject([{ reason: "[redacted]" }]);
    expect(seen.followUps).toMatchObject([{ title: "[redacted]" }]);
    expect(seen.parts).toEqual({
      ...body.parts,
      rootCause: "Told “[redacted]”.",
      wentWell: "A word, more [redacted].",
    });
  });

  it("keeps everything that is no words", () => {
    const { derived: seen } = redactedBody(body, ["waived", "skipped", "resolved", derived.head]);
    expect(seen).toEqual(derived);
  });
});
