import type { Expectations } from "./expect";
import { codes, nth, noteBullets, topSteps, type Sample } from "./facts";
import { levels } from "./lean-orchestration";

/** An index of runbooks, with a fenced template and a block that a program wrote. */
export function expectDirectory(expect: Expectations, { runbook }: Sample): void {
  expect.equal("headings", levels(runbook.sections), { 1: 1, 2: 7, 3: 6 });
  const stubs = [1, 2, 3, 4, 5, 6].map((n) => nth(runbook, 3, n));
  expect.equal(
    "steps of the six",
    stubs.map((section) => topSteps(section).length),
    [5, 5, 6, 5, 5, 6],
  );
  const uses = runbook.triggers.filter(({ kind }) => kind === "use_when");
  expect.equal(
    "“use when” of each",
    uses.map(({ sectionKey }) => sectionKey),
    stubs.map((s) => s?.key),
  );
  const others = runbook.sections.filter(({ level }) => level === 2);
  expect.equal(
    "kinds of the others",
    others.map(({ kind }) => kind),
    others.map(() => "notes"),
  );
  expect.equal("bullets that are kept as notes", others.slice(-2).map(noteBullets), [3, 3]);
  expect.equal("escalation", runbook.escalation, []);
  expect.equal("flowcharts", runbook.flowcharts, []);
  expect.equal(
    "commands",
    runbook.sections.flatMap((s) => topSteps(s).flatMap((step) => step.commands)),
    [],
  );
  const [machine, ...more] = runbook.notImported;
  expect.equal(
    "what a program wrote",
    [machine?.reason, machine?.lines, more.length],
    ["machine_written", { start: 134, end: 144 }, 0],
  );
  for (const code of ["index-document", "machine-written", "mojibake"])
    expect.holds(`finding ${code}`, codes(runbook).includes(code));
}
