import { describe, expect, it } from "vitest";
import { parsed, sourceOf } from "./fixtures/load";
import { sourceOfPart, splitIndex } from "./index-parts";
import { parseRunbook } from "./parse-runbook";
import { stepsOf } from "./read";

describe("an index of runbooks", () => {
  const index = parsed("index.md");
  const parts = splitIndex(index);

  it("can be imported as one runbook for each section that is called like a file", () => {
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const alone = parseRunbook(sourceOfPart(sourceOf("index.md"), part), { fileName: part.fileName });
      const within = index.sections.filter(({ key }) => part.sectionKeys.includes(key));
      expect(alone.title).toBe(part.title);
      expect(alone.sections.flatMap(stepsOf).map(({ text }) => text)).toEqual(
        within.flatMap(stepsOf).map(({ text }) => text),
      );
      expect(alone.triggers.map(({ text }) => text)).toEqual(
        index.triggers
          .filter(({ sectionKey }) => part.sectionKeys.includes(sectionKey ?? ""))
          .map(({ text }) => text),
      );
    }
  });

  it("is not any other document", () => {
    expect(splitIndex(parsed("operations.md"))).toEqual([]);
  });
});
