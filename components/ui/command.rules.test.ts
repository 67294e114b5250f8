import { describe, expect, it } from "vitest";
import { copyLabel, missingIn, textOf, withTyped, type CommandLine } from "./command.rules";

const lines: CommandLine[] = [
  ["kubectl -n ", { name: "namespace", value: "billing" }, " get pods"],
  ["kubectl -n ", { name: "namespace", value: "billing" }, " logs ", { name: "pod" }],
  ["echo ", { name: "pod", value: "" }],
];

describe("a command with placeholders", () => {
  it("names each empty one once", () => expect(missingIn(lines)).toEqual(["pod"]));

  it("is copied with its values, and shows what is missing", () => {
    expect(textOf(lines)).toBe("kubectl -n billing get pods\nkubectl -n billing logs <pod>\necho <pod>");
  });

  it("is copied with what stands in a field that somebody is still in", () => {
    const typed = withTyped(lines, { pod: "web-1", namespace: "" });
    expect(missingIn(typed)).toEqual([]);
    expect(textOf(typed)).toBe("kubectl -n billing get pods\nkubectl -n billing logs web-1\necho web-1");
  });

  it("says how many lines are copied", () => {
    expect([1, 2, 3].map(copyLabel)).toEqual(["Copy", "Copy both lines", "Copy 3 lines"]);
  });
});
