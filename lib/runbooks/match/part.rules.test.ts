import { expect, test } from "vitest";
import { partOf } from "./part.rules";

const aSection = (key: string, parentKey: string | null, walkable = true) => ({
  ...{ key, title: `Section ${key}`, parentKey, walkable },
});
const SECTIONS = [
  aSection("disk", null, false),
  aSection("find", "disk"),
  aSection("deep", "find"),
  aSection("why", "disk", false),
  aSection("queue", null),
];

test("a section brings what stands below it, and only what can be walked", () => {
  expect(partOf(SECTIONS, "disk")).toEqual({ title: "Section disk", sectionKeys: ["find", "deep"] });
  expect(partOf(SECTIONS, "queue")).toEqual({ title: "Section queue", sectionKeys: ["queue"] });
});

test("there is no part where nothing can be walked, where it is everything, or where none is meant", () => {
  expect(partOf(SECTIONS, "why")).toBeNull();
  expect(partOf(SECTIONS.slice(0, 4), "disk")).toBeNull();
  expect(partOf(SECTIONS, "gone")).toBeNull();
  expect(partOf(SECTIONS, null)).toBeNull();
});
