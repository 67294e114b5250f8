import type { Expectations } from "./expect";
import { criteriaCount, labelsOf, nth, topSteps, type Sample } from "./facts";

/** A short runbook of checklists: groups, options, a cadence, exit criteria. */
export function expectIncidentResponse(expect: Expectations, { runbook }: Sample): void {
  const [scope, first, diagnosis, mitigation, communication, exit] = [1, 2, 3, 4, 5, 6].map((n) =>
    nth(runbook, 2, n),
  );
  expect.equal(
    "metadata",
    runbook.metadata.map(({ key, value }) => [key, value]),
    [["Date", "2025-11-14"]],
  );
  expect.equal("kind of scope", scope?.kind, "notes");
  expect.equal("first steps", topSteps(first).length, 5);
  expect.equal("minutes for them", first?.timeBoxMinutes, 5);
  expect.equal(
    "their commands",
    topSteps(first).map((step) => step.commands.length),
    [0, 0, 1, 0, 0],
  );
  expect.equal(
    "their HTTP checks",
    topSteps(first).map((step) => step.http.length),
    [0, 0, 0, 2, 0],
  );
  expect.equal("groups of the diagnosis", labelsOf(diagnosis).length, 4);
  const groups = diagnosis?.items.flatMap((item) => (item.type === "group" ? [item.key] : [])) ?? [];
  expect.equal(
    "checks by group",
    groups.map((key) => topSteps(diagnosis).filter((step) => step.groupKey === key).length),
    [2, 2, 2, 1],
  );
  const checks = topSteps(diagnosis);
  expect.equal(
    "commands of the checks",
    checks.map((step) => step.commands.length),
    [0, 0, 1, 0, 0, 0, 0],
  );
  expect.equal(
    "request of the first check",
    checks[0]?.http.map(({ method, target }) => [method, target]),
    [["GET", "/api/v1/tasks/{task_id}"]],
  );
  expect.equal(
    "what it leaves to fill",
    checks[0]?.http[0]?.placeholders.map(({ name }) => name),
    ["task_id"],
  );
  expect.equal("mitigation", [mitigation?.kind, topSteps(mitigation).length], ["options", 4]);
  const options = topSteps(mitigation);
  expect.equal("one choice", new Set(options.map((step) => step.choiceKey)).size, 1);
  expect.holds(
    "each with its condition",
    options.every((step) => step.condition !== null),
  );
  expect.equal(
    "commands of the options",
    options.flatMap((step) => step.commands),
    [],
  );
  expect.equal("communication", topSteps(communication).length, 3);
  expect.equal("cadence in minutes", runbook.cadenceMinutes, 15);
  expect.equal("exit criteria", [exit?.kind, criteriaCount(exit)], ["exit_criteria", 4]);
  const all = runbook.sections.flatMap(topSteps);
  expect.equal("shell commands", all.flatMap((step) => step.commands).length, 2);
  expect.equal("HTTP requests and paths", all.flatMap((step) => step.http).length, 6);
  expect.equal("sections (no heading from a channel's name)", runbook.sections.length, 7);
}
