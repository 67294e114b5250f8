import { describe, expect, it } from "vitest";
import { parsed, section } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";
import type { ParsedFlow } from "./types";

const chartOf = (...rows: string[]) => `\`\`\`mermaid\nflowchart TD\n${rows.join("\n")}\n\`\`\`\n`;
const flowOf = (source: string) => parseRunbook(`# A\n\n${source}`).sections[0]?.flow ?? null;
const kinds = (flow: ParsedFlow | null) =>
  flow && Object.fromEntries(flow.nodes.map(({ id, kind }) => [id, kind]));
const loops = (flow: ParsedFlow | null) =>
  flow?.edges.filter((edge) => edge.loop).map(({ from, to }) => `${from}>${to}`);

describe("a section with nothing but a flowchart", () => {
  const first = section(parsed("flows.md"), "1. First look");

  it("is a flow: steps, decisions and ends, with what to fill", () => {
    expect(first.kind).toBe("flow");
    expect(kinds(first.flow)).toEqual({
      ...{ A: "step", B: "step", C: "decision", D: "step", E: "end", F: "step", G: "step" },
    });
    expect(first.flow?.entryIds).toEqual(["A"]);
    expect(first.flow?.nodes[1]).toMatchObject({
      key: expect.stringMatching(/^nod_/),
      label: "show <job_id>",
      inlines: [{ type: "code", text: "show <job_id>" }],
      placeholders: [{ name: "job_id" }],
      commands: [{ text: "show <job_id>", danger: null, placeholders: [{ name: "job_id" }] }],
      line: 7,
    });
  });

  it("knows which edge leads back, and that a node of a loop is no join", () => {
    expect(loops(first.flow)).toEqual(["G>B"]);
    expect(first.flow?.joins).toEqual([]);
  });

  it("is one when the chart is straight, too", () => {
    expect(flowOf(`Do this.\n\n${chartOf("A[one] --> B[two]")}`)?.nodes.length).toBe(2);
  });
});

describe("a section with a list and a flowchart", () => {
  it("keeps both, unmerged, when the chart has a decision", () => {
    const lock = section(parsed("flows.md"), "A. lock_conflict on load");
    expect([lock.kind, lock.flow?.joins]).toEqual(["options", ["E"]]);
    expect(lock.items.filter((item) => item.type === "step")).toHaveLength(2);
  });

  it("shows a straight chart without walking it", () => {
    expect(flowOf(`1. One\n2. Two\n\n${chartOf("A[one] --> B[two]")}`)).toBeNull();
    expect(flowOf(`- a fact\n\n${chartOf("A[one] --> B[two]")}`)).toBeNull();
  });
});

describe("a chart whose ways part without a question", () => {
  it.each([
    ["ways without names", ["A[shop] --> B[queue]", "A --> C[cache]"]],
    ["ways with the numbers of an order", ["A[shop] -->|1. ask| B[queue]", "A -->|2. store| C[cache]"]],
  ])("shows how things hang together and is not walked: %s", (_, rows) => {
    expect(flowOf(chartOf(...rows))).toBeNull();
  });

  it.each([
    ["drawn", ["A{full} --> B", "A --> C"]],
    ["written", ["A[full?] --> B", "A --> C"]],
    ["answered", ["A[look] -- full --> B", "A -- empty --> C"]],
  ])("is another one than where the question is %s", (_, rows) => {
    expect(kinds(flowOf(chartOf(...rows)))).toMatchObject({ A: "decision" });
  });
});

describe("a flow", () => {
  it("without an entry begins at its first node", () => {
    const flow = flowOf(chartOf("A --> B{ok?}", "B -->|no| A", "B -->|yes| C"));
    expect([flow?.entryIds, loops(flow)]).toEqual([["A"], ["B>A"]]);
  });

  it("has an entry for each part that hangs together", () => {
    expect(flowOf(chartOf("A --> B{ok?}", "B --> C", "B --> D", "X --> Y"))?.entryIds).toEqual(["A", "X"]);
  });

  it("may lead a node back to itself", () => {
    expect(loops(flowOf(chartOf("A{again?} --> A", "A --> B")))).toEqual(["A>A"]);
  });

  it("breaks labels where the chart does, and keeps everything else as text", () => {
    const flow = flowOf(
      chartOf('A["run `make x`<br/>then <b>look</b>"] -- in time --> B', "A -- late --> C"),
    );
    expect(flow?.nodes[0]).toMatchObject({
      label: "run make x then <b>look</b>",
      commands: [{ text: "make x" }],
      inlines: [{ text: "run " }, { type: "code", text: "make x" }, { type: "break" }, {}],
    });
  });

  it("has the commands of labels: of code, and of a program with gaps to fill", () => {
    const flow = flowOf(
      chartOf(
        "A[kubectl drain <node> --force] --> B[find out who owns it]",
        "B --> C[`stop <worker> now`]",
        "C -- held --> D[see `results/<run>.md`]",
        "D --> E[tell <owner>, then wait]",
        "C -- free --> E",
      ),
    );
    expect(flow?.nodes.map(({ commands }) => commands.map(({ text, danger }) => [text, danger]))).toEqual([
      [["kubectl drain <node> --force", "Removes running workloads."]],
      [],
      [["stop <worker> now", null]],
      [],
      [],
    ]);
  });

  it("keeps its keys when another part of the chart is edited", () => {
    const before = flowOf(chartOf("A[one] --> B{two}", "B --> C[three]", "B --> D[four]"));
    const after = flowOf(chartOf("A[zero] --> B{two}", "B --> C[three]", "B --> D[five]"));
    const keys = (flow: ParsedFlow | null) => flow?.nodes.map((node) => node.key).slice(1, 3);
    expect(keys(after)).toEqual(keys(before));
  });

  it("may be thousands of nodes deep", () => {
    const rows = Array.from({ length: 2_000 }, (_, i) => `n${i}-->n${i + 1}`);
    const flow = flowOf(chartOf(...rows, "n2000{again?}-->n0", "n2000-->n"));
    expect([flow?.nodes.length, loops(flow)]).toEqual([2_002, ["n2000>n0"]]);
  });
});

describe("a branch", () => {
  it("loops when its question comes up again on it", () => {
    const [decision] = parsed("flows.md").decisions;
    expect(decision?.branches.map(({ label, loop }) => [label, loop])).toEqual([
      ["yes", false],
      ["no", true],
    ]);
  });
});
