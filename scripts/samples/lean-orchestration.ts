import type { Expectations } from "./expect";
import { codes, nth, topSteps, type Sample } from "./facts";

/** A runbook whose headings are what a system recommends, with an escalation matrix. */
export function expectLeanOrchestration(expect: Expectations, { runbook, lines }: Sample): void {
  const sections = [1, 2, 3, 4].map((n) => nth(runbook, 3, n));
  expect.equal("headings", levels(runbook.sections), { 1: 1, 2: 4, 3: 4 });
  expect.equal(
    "ordered steps by section",
    sections.map((section) => topSteps(section).length),
    [4, 4, 4, 4],
  );
  expect.equal(
    "commands by step",
    sections.map((section) => topSteps(section).map((step) => step.commands.length)),
    [
      [1, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 0, 0],
    ],
  );
  const commands = runbook.sections.flatMap((section) => topSteps(section).flatMap((step) => step.commands));
  expect.holds(
    "every command belongs to the chat",
    commands.every(({ kind }) => kind === "slash"),
  );
  expect.equal(
    "HTTP checks",
    runbook.sections.flatMap((section) => topSteps(section).flatMap((s) => s.http)),
    [],
  );
  const monitoring = topSteps(nth(runbook, 2, 3));
  expect.equal(
    "titles of monitoring",
    monitoring.map((step) => step.title),
    ["Queue backlog", "Cooldown storms", "Telemetry gaps"],
  );
  expect.equal(
    "groups",
    runbook.sections.flatMap(({ items }) => items.filter(({ type }) => type === "group")),
    [],
  );
  expect.equal(
    "escalation in minutes",
    runbook.escalation.map(({ minutes }) => minutes),
    [60, 240, 30],
  );
  expect.equal(
    "escalation targets",
    runbook.escalation.map(({ target }) => target),
    ["LLM platform owner", "Lean resolver maintainer", "API on-call engineer"],
  );
  expect.equal("decisions", runbook.decisions.length, 0);
  const headings = runbook.triggers.filter(({ kind }) => kind === "heading").map(({ text }) => text);
  expect.equal(
    "headings that an alert may carry",
    headings,
    sections.map((section) => section?.title),
  );
  expect.holds(
    "they are as written",
    headings.every((text) => lines.some((line) => line.includes(`\`${text}\``))),
  );
  expect.equal(
    "mis-decoded text found",
    runbook.findings.map(({ code, line, repair }) => [code, line, repair]),
    [["mojibake", 47, "’"]],
  );
  expect.holds("and kept", monitoring[0]?.text.includes("\u00E2\u20AC\u2122") ?? false);
  expect.equal(
    "waiting times",
    sections.map((s) => topSteps(s).map((step) => step.timeBoxMinutes)).slice(2),
    [
      [2_880, null, null, 60],
      [2_880, null, null, null],
    ],
  );
  expect.equal("finding codes", codes(runbook), ["mojibake"]);
}

/** How many headings of each level. */
export function levels(sections: readonly { level: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { level } of sections) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}
