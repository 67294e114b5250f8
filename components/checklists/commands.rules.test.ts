import { describe, expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { nodeSteps } from "@/lib/runbooks/parse/node-steps.rules";
import { leadInlines } from "@/lib/runbooks/parse/step-words.rules";
import { areFilled, labelGaps, stepDanger, stepCommands } from "./commands.rules";

const stepsOf = (source: string) =>
  (parseRunbook(`# A\n\n## Steps\n\n${source}`).sections[1]?.items ?? []).filter(
    (item) => item.type === "step",
  );
const nodesOf = (...rows: string[]) => {
  const flow = parseRunbook(`# A\n\n\`\`\`mermaid\nflowchart TD\n${rows.join("\n")}\n\`\`\`\n`).sections[0]
    ?.flow;
  return flow ? nodeSteps(flow) : [];
};

describe("what a step says to run", () => {
  it("is there for a node of a chart as for any step, with what was filled in", () => {
    const [show] = nodesOf("A[show <job_id>] --> B[done]");
    expect(stepCommands(show, { job_id: "night-7" })).toEqual([
      [["show ", { name: "job_id", value: "night-7" }]],
    ]);
    expect(labelGaps(show)).toEqual([]);
  });

  it("is said to be filled when it has gaps and something stands in each", () => {
    const [none, two] = stepsOf("1. `ls -l`\n2. `kubectl drain <node> --zone <zone>`\n");
    const filled = (step: typeof none, values: Record<string, string>) =>
      areFilled(stepCommands(step, values).flat());
    expect(filled(none, { node: "db-7" })).toBe(false);
    expect(filled(two, { node: "db-7" })).toBe(false);
    expect(filled(two, { node: "db-7", zone: "b" })).toBe(true);
  });

  it("is not said twice where it only ends the words above it", () => {
    const [drain, run, only, bold] = stepsOf(
      "1. Drain it now: `kubectl drain <node>`\n2. Run `ls -l` first\n3. `ls -l`\n4. **Drain**: `ls -l`\n",
    );
    const words = [drain, run, only, bold].map((step) => step && leadInlines(step));
    expect(words[0]).toEqual([{ type: "text", text: "Drain it now" }]);
    expect([words[1], words[2]]).toEqual([run?.inlines, only?.inlines]);
    expect(words[3]).toMatchObject([{ type: "strong" }]);
  });

  it("says each reason once why it can do harm, and nothing where none is known", () => {
    const [one, two, none] = stepsOf(
      "1. Run `rm -rf /tmp/a`, then `rm -rf /tmp/b`\n2. `rm -rf /tmp/c`, then `kubectl drain <node>`\n3. `ls -l`\n",
    );
    expect(stepDanger(one)).toBe("Deletes files.");
    expect(stepDanger(two)).toBe("Deletes files. Removes running workloads.");
    expect(stepDanger(none)).toBeNull();
  });
});

describe("a gap in the words of a chart's node", () => {
  it("is filled in beside it", () => {
    const [open] = nodesOf("A[Open run <run_id> and <run_id> of {zone}] --> B[done]");
    expect(stepCommands(open, {})).toEqual([]);
    expect(labelGaps(open)).toEqual(["run_id", "zone"]);
  });

  it("of a list's step is none: only commands ask", () => {
    expect(labelGaps(stepsOf("1. Look for <b> in the page\n")[0])).toEqual([]);
    expect(labelGaps(undefined)).toEqual([]);
  });
});
