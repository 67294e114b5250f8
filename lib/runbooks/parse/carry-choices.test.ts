import { describe, expect, it } from "vitest";
import { carryChoices } from "./carry-choices";
import { lineOf as lineIn, settleChoices } from "./choice-lookup";
import type { Choice, RoleChoice } from "./choices";
import { sourceOf } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

const DOCUMENT = `# Orders

## Symptoms

- the queue is long
- the cache is cold

Look at it first.

## Mitigation

- Restart the service
  - for an hour
- Drain the queue

\`\`\`sh
df -h
\`\`\`
`;

const role = (line: number, as: RoleChoice["as"] = "step"): Choice => ({ kind: "role", line, as });
const lineOf = (text: string, source = DOCUMENT) =>
  source.split("\n").findIndex((line) => line.trim() === text) + 1;
const carried = (source: string, ...choices: Choice[]) => carryChoices({ source: DOCUMENT, choices }, source);

describe("the choices about a document, in its next version", () => {
  it("go with their piece to where it stands now", () => {
    const pieces = ["## Mitigation", "- the cache is cold", "Look at it first.", "- for an hour", "```sh"];
    const source = DOCUMENT.replace("## Symptoms", "Written by hand.\n\n## Symptoms");
    expect(carried(source, ...pieces.map((text) => role(lineOf(text))))).toEqual({
      choices: pieces.map((text) => role(lineOf(text, source))).sort((a, b) => lineIn(a) - lineIn(b)),
      lost: [],
    });
  });

  it("stay where case, spacing, numbering, bullets and the runbook's title changed", () => {
    const source = DOCUMENT.replace("# Orders", "# Purchases")
      .replace("- the cache is cold", "2.  The cache is  cold.")
      .replace("- the queue is long", "1. The queue is long.");
    expect(carried(source, role(6)).choices).toEqual([role(6)]);
  });

  it("are lost where the words changed, went, or stand in another section", () => {
    const choices = [role(6)];
    const lost = { choices: [], lost: choices };
    expect(carried(DOCUMENT.replace("cache is cold", "cache is warm"), ...choices)).toEqual(lost);
    expect(carried(DOCUMENT.replace("- the cache is cold\n", ""), ...choices)).toEqual(lost);
    expect(carried(DOCUMENT.replace("## Symptoms", "## Signs"), ...choices)).toEqual(lost);
  });

  it("never come to a piece that only stands on the same line", () => {
    const source = DOCUMENT.replace(
      "- the queue is long\n- the cache is cold",
      "- the disk is full\n- it is late",
    );
    expect(carried(source, role(5), role(6)).choices).toEqual([]);
  });

  it("tell apart what stands in a section twice", () => {
    const twice = "# A\n\nNotes:\n- look\n- look\n";
    const before = { source: twice, choices: [role(5)] };
    expect(carryChoices(before, `${twice}- more\n`).choices).toEqual([role(5)]);
    expect(carryChoices(before, "# A\n\nNotes:\n- look\n")).toEqual({ choices: [], lost: [role(5)] });
  });

  it("about a line on which nothing begins are lost with the next change", () => {
    expect(carried(`${DOCUMENT}\n`, role(1_000)).lost).toEqual([role(1_000)]);
  });

  it("are all there for the same text", () => {
    const choices = [role(1_000), role(6)];
    expect(carried(DOCUMENT, ...choices)).toEqual({ choices, lost: [] });
  });
});

describe("a link, in the next version", () => {
  const flows = sourceOf("flows.md");
  const [decision] = parseRunbook(flows).decisions;
  const metadata = parseRunbook(flows).sections.find(({ title }) => title.startsWith("B. Bad"));
  const link: Choice = {
    kind: "link",
    decisionLine: decision?.line ?? 0,
    targetId: "F",
    to: { runbookSlug: null, sectionKey: metadata?.key ?? "" },
  };
  const before = { source: flows, choices: [link] };

  it("goes with its decision and branch", () => {
    const source = flows.replace("## 1. First look", "Read all of it.\n\n## 1. First look");
    const choices = carryChoices(before, source).choices;
    expect(choices).toEqual([{ ...link, decisionLine: link.kind === "link" ? link.decisionLine + 2 : 0 }]);
    const branches = parseRunbook(source, { choices }).decisions[0]?.branches;
    expect(branches?.filter((branch) => branch.link)).toMatchObject([{ targetId: "F", link: link.to }]);
  });

  it("is lost when the question, the branch or the section changed", () => {
    for (const [from, to] of [
      ["{input valid?}", "{input complete?}"],
      ["read the error file", "read the log"],
      ["### B. Bad metadata", "### B. Broken metadata"],
    ] as const)
      expect(carryChoices(before, flows.replace(from, to)), from).toEqual({ choices: [], lost: [link] });
  });
});

it("choices that say the same are equal, in whatever order they were made", () => {
  const hide: Choice = { kind: "hideChart", line: 3 };
  expect(settleChoices([role(9), role(3, "note"), hide, role(3)])).toEqual(
    settleChoices([hide, role(3), role(9)]),
  );
  expect(settleChoices([role(3, "note"), role(3)])).toEqual([role(3)]);
});
