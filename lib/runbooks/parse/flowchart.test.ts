import { describe, expect, it } from "vitest";
import { readStatement } from "./flowchart-text";
import { parseRunbook } from "./parse-runbook";

const edges = (statement: string) =>
  readStatement(statement).edges.map(({ from, to, label }) => [from, label, to]);

describe("a statement of a flowchart", () => {
  it.each([
    ["A --> B", [["A", null, "B"]]],
    ["A-->|yes| B", [["A", "yes", "B"]]],
    ["A -- no --> B", [["A", "no", "B"]]],
    ["A -. maybe .-> B", [["A", "maybe", "B"]]],
    ["A == sure ==> B", [["A", "sure", "B"]]],
    ["A --- B ==> C", [["A", null, "B"], ["B", null, "C"]]],
    ["A & B --> C", [["A", null, "C"], ["B", null, "C"]]],
    ['A["say <id> -- now"] --> B{done?}', [["A", null, "B"]]],
    ["A --x B", [["A", null, "B"]]],
    ["not a statement at all", []],
  ])("%s", (statement, expected) => {
    expect(edges(statement)).toEqual(expected);
  }); // oxfmt-ignore

  it("has labels and shapes", () => {
    expect(readStatement("A([start]) --> B{{six}} --> C{ask <id>}").nodes).toEqual([
      { id: "A", label: "start", shape: "round" },
      { id: "B", label: "six", shape: "other" },
      { id: "C", label: "ask <id>", shape: "decision" },
    ]);
  });
});

describe("a flowchart", () => {
  it("ignores subgraphs, styles and comments", () => {
    const chart = [
      "flowchart LR",
      "%% note",
      "subgraph one",
      "A[a] --> B[b]; B --> A",
      "end",
      "style A fill:red",
    ];
    const [found] = parseRunbook(`# A\n\n\`\`\`mermaid\n${chart.join("\n")}\n\`\`\`\n`).flowcharts;
    expect([found?.nodes.length, found?.edges.length]).toEqual([2, 2]);
    expect(found?.edges.map((edge) => edge.line)).toEqual([7, 7]);
  });

  it("is not any other diagram", () => {
    expect(parseRunbook("# A\n\n```mermaid\nsequenceDiagram\nA->>B: hi\n```\n").flowcharts).toEqual([]);
  });
});
