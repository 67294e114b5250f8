import { describe, expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { flowBlocks, type WayEnd } from "./flow-blocks.rules";

const said = (chart: string) => {
  const flow = parseRunbook(`# A\n\n## B\n\n\`\`\`mermaid\nflowchart TD\n${chart}\n\`\`\`\n`).sections[1]
    ?.flow;
  if (!flow) throw new Error("This chart is not walked");
  return flowBlocks(flow).map((block) =>
    block.kind === "step"
      ? `${block.node.label}${block.joins ? " (join)" : ""}${block.back ? ` back to ${block.back.label}` : ""}`
      : [
          `${block.node.label}?`,
          ...block.answers.map(
            ({ edge, steps, ends }) =>
              `${edge.label}: ${[...steps.map(({ label }) => label), endOf(ends)].filter(Boolean).join(", ")}`,
          ),
        ],
  );
};

function endOf(ends: WayEnd): string {
  return ends.kind === "end" ? "" : `${ends.kind} ${ends.to.label}`;
}

describe("a chart, as a column to read", () => {
  it("has its steps up to the question, each answer with its way, and a way back", () => {
    const chart = "A[look]-->B[check]\nB-->C{fine}\nC-- yes -->D[done]\nC-- no -->E[repair]\nE-->B";
    expect(said(chart)).toEqual(["look", "check", ["fine?", "yes: done", "no: repair, loop check"]]);
  });

  it("has what answers meet in once, below them", () => {
    const chart = "A{big}-- yes -->B[split]\nA-- no -->C[keep]\nB-->D[run]\nC-->D\nD-->E[end]";
    expect(said(chart)).toEqual([["big?", "yes: split, on run", "no: keep, on run"], "run (join)", "end"]);
  });

  it("has a question that an answer leads to below the first one", () => {
    const chart = "A{a}-- yes -->B{b}\nA-- no -->C[c]\nB-- yes -->D[d]\nB-- no -->E[e]";
    expect(said(chart)).toEqual([
      ["a?", "yes: on b", "no: c"],
      ["b?", "yes: d", "no: e"],
    ]);
  });

  it("has a straight way that goes round, and every node once", () => {
    expect(said("A[one]-->B[two]\nB-->A")).toEqual(["one", "two back to one"]);
  });
});
