import { describe, expect, it } from "vitest";
import { parsed } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";
import { stepsOf } from "./read";

const read = (list: string) => parseRunbook(`# A\n\n## Triage\n\n${list}`);

describe("a question in text", () => {
  it("is a decision, and its answers are alternatives", () => {
    const runbook = read(
      "1. Is the node ready?\n   - Yes: look at the pods\n   - No: restart it\n2. Go on\n",
    );
    const [question, yes, no] = runbook.sections[1] ? stepsOf(runbook.sections[1]) : [];
    expect(runbook.decisions).toMatchObject([
      {
        ...{ question: "Is the node ready?", line: 5, nodeId: question?.key },
        branches: [
          { label: "Yes", target: "look at the pods", targetId: yes?.key },
          { label: "No", target: "restart it", targetId: no?.key },
        ],
      },
    ]);
    expect(yes?.choiceKey).toBe(no?.choiceKey);
  });

  it.each([
    ["that nobody knows", "- Yes: look at the pods\n   - No: restart it\n   - Not sure: ask the lead"],
    [
      "of any other kind",
      "- Yes, look at the pods\n   - No → restart it\n   - Only in one zone: drain the zone",
    ],
    [
      "for all that is left",
      "- If so: look at the pods\n   - If not: restart it\n   - Otherwise: ask the lead",
    ],
    ["without anything to do", "- Yes\n   - No\n   - Don't know"],
  ])("may have a third answer, %s", (_, answers) => {
    const runbook = read(`1. Is the node ready?\n   ${answers}\n2. Go on\n`);
    const [question, ...others] = runbook.sections.flatMap(stepsOf);
    const below = others.filter(({ parentKey }) => parentKey === question?.key);
    expect(below.map(({ choiceKey }) => choiceKey)).toEqual(Array(3).fill(below[0]?.choiceKey ?? "a choice"));
    expect(question).toMatchObject({ expect: null, ifFails: null });
    expect(runbook.decisions.map(({ branches }) => branches.length)).toEqual([3]);
  });

  it("is none when what stands below it is only looked at", () => {
    expect(read("1. Is it ready?\n   - CPU: see the graph\n   - Disk: see the graph\n").decisions).toEqual(
      [],
    );
    expect(read("1. Is it ready?\n   - Expected: yes\n   - If not: restart it\n").decisions).toEqual([]);
  });

  it("may stand in a fence, or have its cases as answers", () => {
    const runbook = read(
      "```sh\n# 1. Assess if it was right:\n#    - If right: nothing to do\n#    - If wrong: undo it\n```\n",
    );
    expect(runbook.decisions).toMatchObject([{ branches: [{ label: "right" }, { label: "wrong" }] }]);
  });

  it("is none when the parts are only conditions", () => {
    expect(
      read("1. Look at the log\n   - If it is full, rotate it\n   - If it is gone, restart\n").decisions,
    ).toEqual([]);
  });
});

describe("options that are lettered", () => {
  it.each([
    ["in a fence", "```sh\n# 1. Options:\n#    a) wait a day\n#    b) raise the limit\nlimit raise 2\n```\n"],
    ["below a step", "1. Choose one of:\n   a) wait a day\n   b) raise\n   the limit\n"],
  ])("%s are alternatives", (_, list) => {
    const [step, ...options] = read(list).sections.flatMap(stepsOf);
    expect(options.map(({ text, parentKey }) => [text, parentKey])).toEqual([
      ["wait a day", step?.key],
      ["raise the limit", step?.key],
    ]);
    expect(new Set(options.map(({ choiceKey }) => choiceKey)).size).toBe(1);
    expect(options[0]?.choiceKey).not.toBeNull();
  });

  it("are parts in order when nothing speaks of a choice", () => {
    const [, ...parts] = read("1. Drain it:\n   a) stop the queue\n   b) wait\n").sections.flatMap(stepsOf);
    expect(parts.map(({ text, choiceKey }) => [text, choiceKey])).toEqual([
      ["stop the queue", null],
      ["wait", null],
    ]);
  });
});

describe("a branch that is called like a section", () => {
  it("is not linked, but the link is offered", () => {
    const chart =
      "flowchart TD\nA[failed] --> B{which}\nB -->|lock_conflicts| C[wait]\nB -->|bad METADATA| D[x]\nB -->|other| E[y]";
    const sections = "## A. `lock_conflict` on load\n\n1. One\n\n## Bad metadata\n\n1. Two\n";
    const runbook = parseRunbook(`# R\n\n## First\n\n\`\`\`mermaid\n${chart}\n\`\`\`\n\n${sections}`);
    const [, , lock, metadata] = runbook.sections;
    const found = runbook.findings.filter(({ code }) => code === "branch-unlinked");
    expect(found.map(({ line, offers }) => [line, offers])).toEqual([
      [
        8,
        [{ kind: "link", decisionLine: 7, targetId: "C", to: { runbookSlug: null, sectionKey: lock?.key } }],
      ],
      [
        9,
        [
          {
            kind: "link",
            decisionLine: 7,
            targetId: "D",
            to: { runbookSlug: null, sectionKey: metadata?.key },
          },
        ],
      ],
    ]);
    expect(runbook.decisions[0]?.branches.map(({ link }) => link)).toEqual([null, null, null]);
    const chosen = parseRunbook(`# R\n\n## First\n\n\`\`\`mermaid\n${chart}\n\`\`\`\n\n${sections}`, {
      choices: found.flatMap(({ offers }) => offers),
    });
    expect(chosen.findings.map(({ code }) => code)).not.toContain("branch-unlinked");
  });

  it("is also one whose way comes to a node that is called almost as the section, whatever the answer", () => {
    const chart =
      "flowchart TD\nA{In sync?} -->|Yes| T[Tell support]\nT --> B([Option A: Roll back])\nA -->|No| C([Option B: Fail over])\nA -->|Unsure| D{Who knows?}\nD --> B\nD --> C";
    const source = `# R\n\n## First\n\n\`\`\`mermaid\n${chart}\n\`\`\`\n\n## Option A: Roll back\n\n1. One\n\n## Option B: Fail over the database\n\n1. Two\n`;
    const runbook = parseRunbook(source);
    const found = runbook.findings.filter(({ code }) => code === "branch-unlinked");
    const [, , optionA, optionB] = runbook.sections;
    const linked = (targetId: string, key: string | undefined) =>
      expect.objectContaining({ targetId, to: { runbookSlug: null, sectionKey: key } });
    expect(found.map(({ offers }) => offers[0])).toEqual([
      linked("T", optionA?.key),
      linked("C", optionB?.key),
      linked("B", optionA?.key),
      linked("C", optionB?.key),
    ]);
    expect(found[1]?.message).toBe(
      "The branch “No”, to “Option B: Fail over”, may lead to the section “Option B: Fail over the database”. It is not linked.",
    );
    expect(runbook.decisions.flatMap(({ branches }) => branches.map(({ link }) => link))).toEqual(
      Array(5).fill(null),
    );
  });

  it("is not found where labels are answers", () => {
    expect(parsed("flows.md").findings.map(({ code }) => code)).not.toContain("branch-unlinked");
  });
});
