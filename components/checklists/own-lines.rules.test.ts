import { expect, it } from "vitest";
import { ownLines, problemOfLines } from "./own-lines.rules";

it("each line is a step; what is wrong with one is said of the line that was typed", () => {
  const lines = ownLines("Look\n\n  Wait \n");
  expect(lines).toEqual([
    { text: "Look", line: 1 },
    { text: "Wait", line: 3 },
  ]);
  const problems: Record<number, string> = { 1: "Keep the step under 500 characters." };
  expect(problemOfLines(lines, (index) => problems[index])).toBe(
    "Line 3: Keep the step under 500 characters.",
  );
  expect(problemOfLines(lines, () => undefined)).toBeUndefined();
});
