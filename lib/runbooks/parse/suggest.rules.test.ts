import { describe, expect, it } from "vitest";
import { suggestRunbooks, type SuggestCandidate } from "./suggest.rules";

const aRunbook = (id: string, more: Partial<SuggestCandidate> = {}): SuggestCandidate => ({
  id,
  title: id,
  triggers: [],
  sectionTitles: [],
  services: [],
  ...more,
});

const LIBRARY = [
  aRunbook("Disk full", { triggers: ["NodeFilesystemAlmostOutOfSpace"], sectionTitles: ["Find the volume"] }),
  aRunbook("Slow checkout", { services: ["payments"], sectionTitles: ["Restart the workers"] }),
  aRunbook("Lost messages", { triggers: ["stage_conflict"], sectionTitles: ["Restart the workers"] }),
];

describe("suggesting runbooks", () => {
  it("finds a word of the title, with the reason", () => {
    expect(suggestRunbooks("checkout is slow", LIBRARY)[0]).toMatchObject({
      id: "Slow checkout",
      reason: "Title “Slow checkout” has “slow”, “checkout”.",
    });
  });

  it("finds parts of an alert's name", () => {
    expect(suggestRunbooks("filesystem out of space", LIBRARY).map((each) => each.id)).toEqual(["Disk full"]);
    expect(suggestRunbooks("NodeFilesystemAlmostOutOfSpace", LIBRARY)[0]?.reason).toMatch(/^Trigger /);
  });

  it("puts a trigger before a title, and both before the title of a section", () => {
    const library = [
      aRunbook("a", { sectionTitles: ["database"] }),
      aRunbook("database"),
      aRunbook("c", { triggers: ["database"] }),
    ];
    expect(suggestRunbooks("database", library).map((each) => each.id)).toEqual(["c", "database", "a"]);
  });

  it("lets a rare word count more than a common one", () => {
    expect(suggestRunbooks("workers payments", LIBRARY).map((each) => each.id)).toEqual([
      "Slow checkout",
      "Lost messages",
    ]);
  });

  it("treats plural and singular alike, and ignores words that say nothing", () => {
    expect(suggestRunbooks("the disks", LIBRARY).map((each) => each.id)).toEqual(["Disk full"]);
    expect(suggestRunbooks("the is of", LIBRARY)).toEqual([]);
  });

  it("offers nothing when nothing fits", () => {
    expect(suggestRunbooks("certificate expired", LIBRARY)).toEqual([]);
    expect(suggestRunbooks("", LIBRARY)).toEqual([]);
  });
});
