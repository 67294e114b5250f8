import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { eventKinds, parseEvent, versionOf } from ".";
import { samples } from "../testing/samples";

test.each(eventKinds)("%s is parsed again as it was written, and stands in the documentation", (kind) => {
  const stored: unknown = JSON.parse(JSON.stringify(samples[kind]));
  expect(parseEvent(kind, versionOf(kind), stored)).toEqual({ kind, data: samples[kind] });
  expect(readFileSync("docs/timeline.md", "utf8")).toContain(`\`${kind}\``);
});

test("what is not known, or has another shape than its kind says, is not taken for an event", () => {
  expect(() => parseEvent("incident.exploded", 1, {})).toThrow("Unknown event incident.exploded@1");
  expect(() => parseEvent("toString", 1, {})).toThrow("Unknown event");
  expect(() => parseEvent("entry.pinned", 0, { seq: 1 })).toThrow("Unknown event entry.pinned@0");
  expect(() => parseEvent("entry.pinned", 2, { seq: 1 })).toThrow("Unknown event entry.pinned@2");
  expect(() => parseEvent("entry.pinned", 1, { seq: 1, more: true })).toThrow();
  expect(() =>
    parseEvent("incident.start_corrected", 1, { ...samples["incident.start_corrected"], to: "now" }),
  ).toThrow();
});

test("a check from before its words were kept reads as the number it had", () => {
  const { check: _, runbookVersionId: __, filled: ___, ...rest } = samples["step.checked"];
  expect(parseEvent("step.checked", 1, { ...rest, index: 1 }).data).toEqual({
    ...{ ...rest, check: "#1", runbookVersionId: null, filled: null },
  });
  expect(() => parseEvent("step.checked", 2, { ...rest, index: 1 })).toThrow();
});

test("an update from before its draft was kept reads as one that was not drafted", () => {
  const { draftedTo: _, ...first } = samples["update.posted"];
  expect(parseEvent("update.posted", 1, first).data).toEqual({ ...first, draftedTo: null });
  expect(() => parseEvent("update.posted", 2, first)).toThrow();
});

test("an import from before choices were kept reads as one without any", () => {
  const { choices: _, ...first } = samples["runbook.imported"];
  expect(parseEvent("runbook.imported", 1, first).data).toEqual({ ...first, choices: null });
  expect(() => parseEvent("runbook.imported", 2, first)).toThrow();
  expect(() => parseEvent("runbook.imported", 3, samples["runbook.imported"])).toThrow("Unknown event");
});
