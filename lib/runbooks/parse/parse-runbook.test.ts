import { describe, expect, it } from "vitest";
import { commandsOf, parsed, section, steps } from "./fixtures/load";
import { exitCriteria } from "./read";

describe("an incident response runbook", () => {
  const runbook = parsed("incident-response.md");

  it("has its title, and the date as metadata", () => {
    expect(runbook.title).toBe("Checkout incident response");
    expect(runbook.metadata).toEqual([{ key: "Date", value: "2026-02-03", line: 3 }]);
  });

  it("times the first five minutes", () => {
    expect(section(runbook, "First Five Minutes").timeBoxMinutes).toBe(5);
    expect(steps(runbook, "First Five Minutes")).toHaveLength(5);
  });

  it("takes whole commands and endpoints from code spans, and nothing else", () => {
    const [, , run, ask, look] = steps(runbook, "First Five Minutes");
    expect(commandsOf(run)).toEqual(["npm run smoke -- --suite checkout"]);
    expect(ask?.http.map(({ method, target }) => [method, target])).toEqual([
      [null, "/api/v1/health"],
      [null, "/metrics"],
    ]);
    expect(ask?.commands).toEqual([]);
    expect([look?.commands, look?.http]).toEqual([[], []]);
  });

  it("reads bold bullets as groups of the steps below them", () => {
    const items = section(runbook, "Diagnostic Checklist").items;
    const groups = items.filter((item) => item.type === "group");
    expect(groups.map((group) => group.label)).toEqual([
      "Failed orders",
      "Payment contract",
      "Tool/Gateway faults",
    ]);
    expect(steps(runbook, "Diagnostic Checklist").map((step) => step.groupKey)).toEqual([
      groups[0]?.key,
      groups[0]?.key,
      groups[1]?.key,
      groups[2]?.key,
    ]);
  });

  it("reads bullets that each have their own condition as options", () => {
    const mitigation = section(runbook, "Mitigation Steps");
    expect(mitigation.kind).toBe("options");
    expect(steps(runbook, "Mitigation Steps").map((step) => step.condition)).toEqual([
      "if the smoke suite fails every time",
      "when the provider rejects tokens",
      "if the queue starves",
      "for large orders pending payment",
    ]);
  });

  it("takes the cadence from the sentence about updates", () => {
    expect([runbook.cadenceMinutes, runbook.cadenceLine]).toEqual([15, 37]);
  });

  it("proposes closed for the criterion about the summary, resolved for the others", () => {
    expect(section(runbook, "Exit Criteria").kind).toBe("exit_criteria");
    expect(exitCriteria(runbook).map((criterion) => criterion.gate)).toEqual([
      "resolved",
      "resolved",
      "closed",
    ]);
  });

  it("does not take channels for headings", () => {
    expect(runbook.sections.map((each) => each.title)).not.toContain("shop-ops");
  });
});

describe("a runbook of flowcharts", () => {
  const runbook = parsed("flows.md");

  it("reads nodes, edges of both spellings, decisions and loops", () => {
    expect(runbook.flowcharts.map(({ nodes, edges }) => [nodes.length, edges.length])).toEqual([
      [7, 7],
      [5, 5],
    ]);
    expect(runbook.decisions.map(({ question, branches }) => [question, branches.map(({ label, loop }) => [label, loop])])).toEqual([
      ["input valid?", [["yes", false], ["no", true]]],
      ["other job stuck", [["yes", false], ["no", false]]],
    ]); // oxfmt-ignore
  });

  it("keeps placeholders in labels", () => {
    expect(runbook.flowcharts[0]?.nodes[1]?.label).toBe("show <job_id>");
  });

  it("takes recovery bullets joined by “or” as alternatives", () => {
    const recovery = steps(runbook, "A. lock_conflict on load");
    expect(recovery.map((step) => step.text)).toEqual(["wait for the other job, or", "stop it"]);
    expect(new Set(recovery.map((step) => step.choiceKey)).size).toBe(1);
    expect(recovery[0]?.choiceKey).not.toBeNull();
  });

  it("keeps signatures, causes and conditions for escalation as notes", () => {
    expect(steps(runbook, "B. Bad metadata").map((step) => step.text)).toHaveLength(3);
    expect(section(runbook, "3. Escalation").kind).toBe("notes");
  });

  it("makes triggers of signatures and of code that begins a heading", () => {
    expect(runbook.triggers.map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "lock_conflict"],
      ["signature", "another job holds the lock"],
    ]);
  });

  it("reads plain bullets that begin with a verb as steps in order", () => {
    expect(section(runbook, "4. Afterwards").kind).toBe("steps");
    expect(steps(runbook, "4. Afterwards").flatMap(commandsOf)).toEqual(["make gate"]);
  });
});

describe("an index of runbooks", () => {
  const runbook = parsed("index.md");

  it("has one checklist a runbook, and its trigger", () => {
    expect(runbook.sections.filter((each) => each.kind === "steps").map((each) => each.title)).toEqual([
      "disk-full.md",
      "slow-queries.md",
    ]);
    expect(runbook.triggers.map((trigger) => trigger.text)).toEqual([
      "A disk is fuller than 90%",
      "Queries take longer than a second",
    ]);
    expect(runbook.findings.map((each) => each.code)).toContain("index-document");
  });

  it("takes nothing from a fenced template or from advice on writing runbooks", () => {
    expect(runbook.sections.map((each) => each.title)).not.toContain("Procedure");
    expect(section(runbook, "Creating New Runbooks").kind).toBe("notes");
  });

  it("does not import what a program wrote, and says so", () => {
    expect(runbook.notImported).toEqual([{ reason: "machine_written", lines: { start: 44, end: 52 } }]);
    expect(runbook.sections.map((each) => each.title)).not.toContain("Recent Activity");
    expect(runbook.findings).toContainEqual(expect.objectContaining({ code: "machine-written", line: 44 }));
  });
});
