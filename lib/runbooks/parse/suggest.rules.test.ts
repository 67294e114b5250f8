import { describe, expect, it } from "vitest";
import { suggestRunbooks, type SuggestCandidate } from "./suggest.rules";

interface Told {
  triggers?: string[];
  sectionTitles?: string[];
  groups?: string[];
  services?: string[];
}

const aRunbook = (id: string, { triggers = [], sectionTitles = [], groups = [], services = [] }: Told = {}) =>
  ({
    ...{ id, title: id, services },
    triggers: triggers.map((text) => ({ text })),
    sections: sectionTitles.map((title) => ({ title, groups })),
  }) satisfies SuggestCandidate;

const LIBRARY = [
  aRunbook("Disk full", { triggers: ["NodeFilesystemAlmostOutOfSpace"], sectionTitles: ["Find the volume"] }),
  aRunbook("Slow checkout", { triggers: ["payments"], sectionTitles: ["Restart the workers"] }),
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

  it("finds the label of a group of steps", () => {
    const looks = aRunbook("Response", { sectionTitles: ["Diagnosis"], groups: ["Planner/contract issues"] });
    expect(suggestRunbooks("the planner breaks its contract", [...LIBRARY, looks])).toMatchObject([
      { id: "Response", reason: "Group “Planner/contract issues” has “planner”, “contract”." },
    ]);
  });
});

describe("a service that was hit", () => {
  const title = "Planner answers late and tasks fail";
  const orders = aRunbook("Orders", { services: ["planner"] });

  it("offers its runbook, also when no word is shared", () => {
    expect(suggestRunbooks(title, [...LIBRARY, orders])[0]).toMatchObject({
      ...{ id: "Orders", reason: "For planner." },
    });
    expect(suggestRunbooks("", [...LIBRARY, orders]).map((each) => each.id)).toEqual(["Orders"]);
  });

  it("counts more than a word that happens to be shared, and adds to the words that are", () => {
    const library = [
      aRunbook("Late deliveries"),
      aRunbook("Anything", { sectionTitles: ["Planner", "The planner again", "Planner answers"] }),
      orders,
      aRunbook("Planner", { services: ["planner"] }),
    ];
    const found = suggestRunbooks(title, library);
    expect(found.map((each) => each.id).slice(0, 2)).toEqual(["Planner", "Orders"]);
    expect(found[0]?.reason).toBe("For planner. Title “Planner” has “planner”.");
  });
});

describe("a word that any incident may have", () => {
  const tickets = aRunbook("Ticket recovery", { triggers: ["A hand-over of a ticket fails"] });

  it("offers nothing beside a runbook that shares more", () => {
    expect(suggestRunbooks("checkout fails", [tickets, ...LIBRARY]).map((each) => each.id)).toEqual([
      "Slow checkout",
    ]);
  });

  it("offers its runbook where nothing says more, or with another word", () => {
    expect(suggestRunbooks("it fails", [tickets, ...LIBRARY])).toHaveLength(1);
    expect(suggestRunbooks("tickets fail", [tickets, ...LIBRARY])).toHaveLength(1);
  });
});
