import { describe, expect, it } from "vitest";
import type { Choice } from "@/lib/runbooks/parse/choices";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { findingRows, linesInWords } from "./finding-rows.rules";

const rowsOf = (source: string, choices: Choice[] = []) =>
  findingRows(parseRunbook(source, { choices }), choices).map(({ lines, text, action }) => ({
    ...{ lines, text, does: action?.kind ?? null },
  }));

describe("what the import noticed", () => {
  it("offers to link all answers of a question at once", () => {
    const chart = "```mermaid\nflowchart TD\nA{which}-- disk full -->B[one]\nA-- cache cold -->C[two]\n```\n";
    const source = `# R\n\n## Start\n\n${chart}\n## Disk full\n\n1. Clear it\n\n## Cache cold\n\n1. Warm it\n`;
    const [link] = findingRows(parseRunbook(source), []).filter(({ action }) => action?.kind === "link");
    expect(link?.text).toBe("2 answers of “which” may lead to sections. They are not linked.");
    expect(link?.action?.kind === "link" && link.action.branches.map(({ label }) => label)).toEqual([
      ...["disk full", "cache cold"],
    ]);
  });

  it("offers that all alternatives are needed, until somebody has said that one is enough", () => {
    const source = "# R\n\n## Fix\n\n- wait, or\n- restart it\n";
    const text = "Taken as alternatives: one of these 2 is enough.";
    expect(rowsOf(source)).toEqual([{ lines: [5, 6], text, does: "needAll" }]);
    expect(rowsOf(source, [{ kind: "role", line: 5, as: "sequence" }])).toEqual([]);
    expect(rowsOf(source, [{ kind: "role", line: 5, as: "alternative" }])).toEqual([]);
    expect(rowsOf("# R\n\n1. Is it up?\n   - Yes: go on\n   - No: restart it\n")).toEqual([]);
  });

  it("repairs what is of one kind at once", () => {
    const source = "# R\n\n1. Itâ€™s late\n2. Itâ€™s cold\n";
    expect(rowsOf(source)).toEqual([
      {
        lines: [3, 4],
        text: expect.stringMatching(/And 1 more like it\.$/) as string,
        does: "repair",
      },
    ]);
  });

  it("tells of gaps, charts beside steps, dangers, and choices that fit nothing", () => {
    const chart = "```mermaid\nflowchart TD\nA{a}-- y -->B[b]\nA-- n -->C[c]\n```\n";
    const source = `# R\n\n## S\n\n1. Run \`rm -rf /tmp/<run_id>\`\n\n${chart}`;
    const unmet: Choice = { kind: "role", line: 2, as: "step" };
    expect(rowsOf(source, [unmet]).map(({ lines, does }) => [lines[0], does])).toEqual([
      ...[
        [2, "forget"],
        [5, null],
        [5, "dismiss"],
        [7, "hideChart"],
      ],
    ]);
  });

  it("offers an index document as several runbooks", () => {
    const source = "# Index\n\n## disk-full.md\n\n1. Clear it\n\n## cache-cold.md\n\n1. Warm it\n";
    expect(rowsOf(source).map(({ does }) => does)).toEqual(["split"]);
  });
});

it("lines are said as shortly as can be", () => {
  expect([[9], [44, 45], [30, 25, 27, 26], [7, 46, 9], [4, 5, 6], [3, 3], []].map(linesInWords)).toEqual([
    ...["9", "44, 45", "25–30", "7, 9, 46", "4–6", "3", ""],
  ]);
});
