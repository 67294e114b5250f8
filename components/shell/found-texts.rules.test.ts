import { expect, test } from "vitest";
import type { FoundText } from "@/lib/room/found-texts.dto";
import { placeOf, subjectOf } from "./found-texts.rules";

const found = {
  ...{ incidentKey: "INC-2", incidentTitle: "Orders wait", byId: null },
  ...{ at: "2026-11-27T03:12:00.000Z", excerpt: "lift without signal" },
};
const inTimeline = (kind: string): FoundText => ({ in: "timeline", seq: 58, kind, ...found });

test("what was found in a timeline is called what it is, and leads to its entry", () => {
  expect(subjectOf(inTimeline("note.added"))).toBe("note");
  expect(subjectOf(inTimeline("log.pasted"))).toBe("log");
  expect(subjectOf(inTimeline("incident.cancelled"))).toBe("reason");
  expect(placeOf(inTimeline("note.added"))).toBe("/incidents/INC-2#entry-58");
});

test("what was found in a summary is called by its part, and leads to the summary", () => {
  const text: FoundText = { in: "summary", part: "rootCause", ...found };
  expect(subjectOf(text)).toBe("root cause, in the summary");
  expect(placeOf(text)).toBe("/reviews/INC-2");
});
