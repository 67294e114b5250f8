import type { ParsedFlow } from "@/lib/runbooks/parse/types";
import type { Expectations } from "./expect";
import { nth, noteBullets, topSteps, type Sample } from "./facts";
import { levels } from "./lean-orchestration";

/** Flowcharts with decisions, loops and joins, beside lists that say nearly the same. */
export function expectFlows(expect: Expectations, { runbook }: Sample): void {
  expect.equal("headings", levels(runbook.sections), { 1: 1, 2: 6, 3: 6 });
  expect.equal(
    "nodes and edges of each chart",
    runbook.flowcharts.map(({ nodes, edges }) => `${nodes.length}/${edges.length}`),
    ["9/9", "8/7", "5/5", "7/7", "8/7", "5/5", "3/2", "5/4", "6/5", "4/3", "7/7"],
  );
  expectDecisions(expect, runbook.decisions);
  const recoveries = [1, 2, 3, 4, 5, 6].map((n) => nth(runbook, 3, n));
  expect.equal(
    "recovery steps",
    recoveries.map((section) => topSteps(section).length),
    [2, 3, 4, 2, 2, 3],
  );
  expect.equal(
    "kinds",
    recoveries.map((section) => section?.kind),
    [...["options", "steps", "steps", "options", "steps", "steps"]],
  );
  const [, , , stale, escalation, afterwards] = [1, 2, 3, 4, 5, 6].map((n) => nth(runbook, 2, n));
  expect.equal(
    "steps of sections 4, 5, 6",
    [stale, escalation, afterwards].map((s) => topSteps(s).length),
    [2, 0, 4],
  );
  expect.equal(
    "bullets that are kept as notes",
    [...recoveries, stale, escalation].map(noteBullets),
    [2, 2, 3, 1, 1, 2, 2, 8],
  );
  const commands = runbook.sections.flatMap((s) => topSteps(s).flatMap((step) => step.commands));
  expect.equal(
    "commands",
    commands.map(({ text }) => text.split(" ")[0]),
    ["python3.11", "make"],
  );
  expect.equal(
    "what they leave to fill",
    commands[0]?.placeholders.map(({ raw }) => raw),
    ["<run_id>"],
  );
  expectFlowsToWalk(
    expect,
    runbook.sections.map(({ flow }) => flow),
  );
  const kept = runbook.flowcharts[0]?.nodes.filter(({ label }) => label.endsWith("<run_id>"));
  expect.equal("labels with <run_id>", kept?.length, 4);
}

function expectDecisions(expect: Expectations, decisions: Sample["runbook"]["decisions"]): void {
  expect.equal("decisions", decisions.length, 7);
  expect.equal(
    "branches",
    decisions.map(({ branches }) => branches.length),
    [2, 6, 2, 2, 2, 2, 2],
  );
  const loops = decisions.flatMap(({ branches }) => branches.filter(({ loop }) => loop));
  expect.equal(
    "branches that lead back",
    loops.map(({ label }) => label),
    ["no", "no"],
  );
  expect.equal(
    "labels of the fifth, as written",
    decisions[4]?.branches.map(({ label }) => label),
    ["no", "yes"],
  );
}

function expectFlowsToWalk(expect: Expectations, flows: readonly (ParsedFlow | null)[]): void {
  const walked = flows.filter((flow) => flow !== null);
  expect.equal("charts to walk: those with a decision", walked.length, 7);
  expect.equal(
    "nodes where ways join",
    walked.map(({ joins }) => joins.length),
    [0, 0, 1, 0, 0, 1, 1],
  );
  const back = walked.flatMap(({ edges }) => edges.filter(({ loop }) => loop));
  expect.equal(
    "edges that lead back",
    back.map(({ from, to }) => `${from}>${to}`),
    ["I>C", "F>C"],
  );
  expect.equal(
    "entries",
    walked.map(({ entryIds }) => entryIds),
    walked.map(() => ["A"]),
  );
}
