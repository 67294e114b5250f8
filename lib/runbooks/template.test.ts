import { expect, test } from "vitest";
import { parseRunbook } from "./parse/parse-runbook";
import { exitCriteria, stepsOf } from "./parse/read";
import { TEMPLATE } from "./template.rules";

const parsed = parseRunbook(TEMPLATE);

test("the template becomes all that the house format has, with nothing to look at", () => {
  const kinds = parsed.sections.slice(1).map(({ title, kind }) => `${title}: ${kind}`);
  expect(kinds).toEqual([
    "Triggers: notes",
    "First five minutes: steps",
    "Diagnosis: steps",
    "Mitigation: options",
    "Escalation matrix: notes",
    "Communication: steps",
    "Exit criteria: exit_criteria",
  ]);
  expect(parsed.findings.filter(({ level }) => level === "warning")).toEqual([]);
  expect(parsed.cadenceMinutes).toBe(15);
  expect(parsed.escalation.map(({ minutes }) => minutes)).toEqual([15, 5]);
  expect(parsed.triggers.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["alert", "use_when", "signature", "symptom"]),
  );
  expect(exitCriteria(parsed).map(({ gate }) => gate)).toEqual(["resolved", "resolved", "closed"]);
  expect(parsed.lines.accounted).toBe(parsed.lines.total);
});

test("a step of it has a command, what to expect and what to do if it fails", () => {
  const look = parsed.sections.flatMap(stepsOf).find(({ title }) => title === "See how bad it is");
  expect(look?.commands.map(({ text }) => text)).toEqual(["kubectl -n <namespace> get pods"]);
  expect(look?.expect?.text).toBe("all pods are ready");
  expect(look?.ifFails?.text).toBe("call whoever runs the cluster");
});
