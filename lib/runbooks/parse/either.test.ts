import { describe, expect, it } from "vitest";
import { steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

const read = (text: string, heading = "Database") => {
  const runbook = parseRunbook(`# A\n\n## ${heading}\n\n${text}\n`);
  expect(runbook.lines.accounted).toBe(runbook.lines.total);
  return steps(runbook, heading);
};
const ONE = "stop the query";
const TWO = "fail over to the copy";

describe("“either” above steps", () => {
  it.each([
    ["numbers", `Either of:\n\n1. ${ONE}\n2. ${TWO}`],
    ["numbers, without a colon", `Either\n\n1. ${ONE}\n2. ${TWO}`],
    ["bullets", `Either of:\n\n- ${ONE}\n- ${TWO}`],
    ["letters", `Either\n\na) ${ONE}\nb) ${TWO}`],
    ["letters with or", `Then\n\na) ${ONE}, or\nb) ${TWO}`],
  ])("makes alternatives: %s", (_, text) => {
    const found = read(text);
    expect(found.map((step) => step.text.replace(/, or$/, ""))).toEqual([ONE, TWO]);
    expect(found[0]?.choiceKey).not.toBeNull();
    expect(found[1]?.choiceKey).toBe(found[0]?.choiceKey);
  });
});

describe("lines with letters, in a paragraph of their own", () => {
  it("are steps in order where nothing offers a choice", () => {
    const found = read(`a) ${ONE}\nb) \`patronictl failover shop\``);
    expect(found.map(({ choiceKey, lines }) => [choiceKey, lines.start])).toEqual([
      [null, 5],
      [null, 6],
    ]);
    expect(found[1]?.commands).toMatchObject([{ text: "patronictl failover shop" }]);
  });

  it("stay words where they do not tell what to do, or below a heading of notes", () => {
    expect(read("a) the first zone\nb) the second zone")).toEqual([]);
    expect(read(`a) ${ONE}\nb) ${TWO}`, "Background")).toEqual([]);
  });

  it("may bear the number of the step that they are parts of", () => {
    const found = read(`1. Look\n2. Bring it back\n   2a) ${ONE}\n   2b) ${TWO}\n3. Wait`);
    expect(found.map(({ text, depth }) => [text, depth])).toEqual([
      ["Look", 0],
      ["Bring it back", 0],
      [ONE, 1],
      [TWO, 1],
      ["Wait", 0],
    ]);
  });
});
