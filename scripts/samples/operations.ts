import { readFileSync } from "node:fs";
import { z } from "zod";
import type { ParsedRunbook, ParsedSection, ParsedStep } from "@/lib/runbooks/parse/types";
import { blocksOf, stepsOf } from "@/lib/runbooks/parse/walk-sections";
import type { Expectations } from "./expect";
import { codes, looseCommands, noteBullets, topSteps, type Sample } from "./facts";
import { levels } from "./lean-orchestration";

const fencesSchema = z.array(
  z.object({
    lines: z.tuple([z.int(), z.int()]),
    steps: z.array(z.object({ n: z.int().nullable(), text: z.string(), commands: z.array(z.string()) })),
  }),
);

/** A long operations guide: numbered comments in fences, task boxes, contacts, dangerous commands. */
export function expectOperations(expect: Expectations, { runbook }: Sample, fences: string | null): void {
  const { sections } = runbook;
  // The table of contents is not imported, its heading neither.
  expect.equal("headings", levels(sections), { 1: 1, 2: 13, 3: 36, 4: 10 });
  const steps = sections.flatMap(topSteps);
  const inFences = steps.filter(({ origin }) => origin === "fence");
  expect.equal("steps of numbered comments", inFences.length, 71);
  expect.equal("their commands", inFences.flatMap(({ commands }) => commands).length, 83);
  expect.equal("those without a command", inFences.filter(({ commands }) => commands.length === 0).length, 6);
  expect.equal("commands elsewhere", sections.flatMap(looseCommands).length, 52);
  const boxes = sections.map((s) => topSteps(s).filter(({ origin }) => origin === "task"));
  expect.equal(
    "task boxes",
    boxes.filter((found) => found.length > 0).map((found) => found.length),
    [4, 5, 5],
  );
  expect.holds(
    "none ticked",
    boxes.flat().every(({ checked }) => checked === false),
  );
  const ordered = steps.filter(({ origin }) => origin === "ordered");
  expect.equal(
    "ordered steps and their commands",
    [ordered.length, ordered.flatMap((s) => s.commands).length],
    [4, 2],
  );
  expect.equal("escalation", runbook.escalation, []);
  expect.equal("flowcharts", runbook.flowcharts, []);
  expectCodeBlocks(expect, sections);
  expectContacts(expect, runbook);
  expectDanger(expect, runbook);
  expect.equal("alert texts", runbook.triggers.filter(({ kind }) => kind === "alert").length, 5);
  const criteria = sections.find(({ lines }) => lines.start === 771);
  expect.equal("conditions for escalation", [criteria?.kind, noteBullets(criteria)], ["notes", 5]);
  const shutdown = sections.find(({ lines }) => lines.start === 165);
  expect.equal(
    "what the program does on shutdown",
    [topSteps(shutdown).length, noteBullets(shutdown)],
    [0, 4],
  );
  const parts = sections.flatMap((section) => stepsOf(section).filter(({ depth }) => depth > 0));
  expect.equal(
    "options of a step, and answers to a question",
    parts.filter(({ choiceKey }) => choiceKey).length,
    5,
  );
  expect.equal(
    "decisions in text",
    runbook.decisions.map(({ line, branches }) => [line, branches.length]),
    [[327, 2]],
  );
  if (fences) expectFences(expect, inFences, fences);
}

/** Commands, in order, of every numbered comment. */
function expectFences(expect: Expectations, steps: readonly ParsedStep[], file: string): void {
  const known = fencesSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const numbered = known.flatMap((fence) =>
    fence.steps.filter(({ n }) => n !== null).map((step) => ({ ...step, lines: fence.lines })),
  );
  expect.equal(
    "steps of all fences",
    steps.map(({ text }) => text),
    numbered.map(({ text }) => text),
  );
  numbered.forEach(({ text, commands, lines }, i) => {
    const step = steps[i];
    expect.equal(
      `commands of “${text}”`,
      step?.commands.map((command) => command.text),
      commands,
    );
    expect.holds(
      `lines of “${text}”`,
      step !== undefined && lines[0] < step.lines.start && step.lines.end < lines[1],
    );
  });
}

function expectCodeBlocks(expect: Expectations, sections: readonly ParsedSection[]): void {
  const configuration = sections
    .flatMap(blocksOf)
    .filter((block) => block.type === "code" && ["ini", "yaml"].includes(block.lang ?? ""));
  expect.equal(
    "configuration, without commands",
    configuration.map((b) => b.type === "code" && b.commands.length),
    [...[0, 0, 0]],
  );
  const texts = sections.flatMap((s) => [
    ...looseCommands(s),
    ...topSteps(s).flatMap((step) => step.commands),
  ]);
  const wrong = texts.filter(({ text }) => /^#|^Ctrl|^orchestrator:|^logging:|^\s+\w+:/.test(text));
  expect.equal(
    "comments, keys and YAML among the commands",
    wrong.map(({ text }) => text),
    [],
  );
  const longest = texts.find(({ text }) => text.startsWith("docker run"));
  expect.equal("lines of docker run", longest && longest.lines.end - longest.lines.start + 1, 6);
}

function expectContacts(expect: Expectations, { contacts }: ParsedRunbook): void {
  expect.equal(
    "contacts",
    contacts.map(({ role, channels }) => [role, channels.map(({ kind }) => kind)]),
    [
      ["engineering_lead", ["slack", "phone"]],
      ["devops", ["slack", "pagerduty"]],
      ["security", ["slack", "email"]],
    ],
  );
}

function expectDanger(expect: Expectations, runbook: ParsedRunbook): void {
  const lines = runbook.findings.filter(({ code }) => code === "dangerous-command").map(({ line }) => line);
  expect.equal(
    "dangerous commands",
    lines,
    [139, 160, 172, 175, 193, 196, 495, 498, 604, 610, 626, 687, 688, 699, 700, 716, 732, 746, 749, 756],
  );
  expect.equal(
    "other findings",
    codes(runbook).filter((code) => code !== "dangerous-command"),
    [],
  );
}
