import { textsOf } from "@/lib/runbooks/parse/block-texts.rules";
import type {
  Block,
  ParsedRunbook,
  ParsedSection,
  ParsedStep,
  SectionItem,
} from "@/lib/runbooks/parse/types";
import { blocksOf } from "@/lib/runbooks/parse/walk-sections";

/** One step of a checked file, with its parts. Fields may be added; those here stay (docs/runbooks.md). */
export interface CheckedStep {
  text: string;
  line: number;
  group: string | null;
  commands: string[];
  http: string[];
  substeps: CheckedStep[];
  notes: string[];
  condition: string | null;
  expect: string | null;
  ifFails: string | null;
  timeBoxMinutes: number | null;
  alternative: boolean;
  gate: "resolved" | "closed" | null;
}

/** What `npm run runbooks -- check --json` prints of one file. */
export type CheckedFile = ReturnType<typeof checkedFile>;

const KINDS: Record<ParsedSection["kind"], string> = {
  steps: "steps",
  options: "alternatives",
  exit_criteria: "exit criteria",
  flow: "flowchart",
  notes: "notes",
};

/** @param file its path, as it is named to the reader */
export function checkedFile(file: string, runbook: ParsedRunbook) {
  const { title, lines, decisions, escalation, contacts, triggers, cadenceMinutes } = runbook;
  return {
    file,
    title,
    lines,
    sections: runbook.sections.map(checkedSection),
    decisions: decisions.map(({ question, line, branches }) => ({
      question,
      line,
      branches: branches.map(({ label, target, loop }) => ({ label, target, loop })),
    })),
    flowcharts: runbook.flowcharts.map((chart) => ({
      line: chart.lines.start,
      nodes: chart.nodes.length,
      edges: chart.edges.length,
    })),
    tables: runbook.sections.flatMap(tablesOf),
    escalation: escalation.map(({ issue, target, minutes, line }) => ({ issue, target, minutes, line })),
    contacts: contacts.map(({ name, role, channels }) => ({ name, role, channels })),
    triggers: triggers.map(({ text }) => text),
    cadenceMinutes,
    findings: runbook.findings.map(({ line, code, message, level, repair }) => ({
      ...{ line, code, message, level, repair },
    })),
  };
}

function checkedSection(section: ParsedSection) {
  return {
    title: section.title,
    level: section.level,
    line: section.lines.start,
    kind: KINDS[section.kind],
    timeBoxMinutes: section.timeBoxMinutes,
    steps: stepsOf(section.items),
    commands: looseBlocks(section).flatMap((block) => (block.type === "code" ? runnable(block) : [])),
    notes: looseNotes(section).flatMap(textsOf),
  };
}

/** Steps and exit criteria in order, parts below their step. */
function stepsOf(items: readonly SectionItem[]): CheckedStep[] {
  const groups = new Map(items.flatMap((item) => (item.type === "group" ? [[item.key, item.label]] : [])));
  const byKey = new Map<string, CheckedStep>();
  const top: CheckedStep[] = [];
  for (const item of items) {
    if (item.type !== "step" && item.type !== "criterion") continue;
    const step = item.type === "step" ? checkedStep(item, groups) : checkedCriterion(item);
    byKey.set(item.key, step);
    const parent = item.type === "step" ? byKey.get(item.parentKey ?? "") : undefined;
    (parent?.substeps ?? top).push(step);
  }
  return top;
}

function checkedStep(step: ParsedStep, groups: ReadonlyMap<string, string>): CheckedStep {
  return {
    text: step.text,
    line: step.lines.start,
    group: groups.get(step.groupKey ?? "") ?? null,
    commands: step.commands.map((command) => command.text),
    http: step.http.map(({ method, target }) => (method === null ? target : `${method} ${target}`)),
    substeps: [],
    notes: step.details.flatMap(textsOf),
    condition: step.condition,
    expect: step.expect?.text ?? null,
    ifFails: step.ifFails?.text ?? null,
    timeBoxMinutes: step.timeBoxMinutes,
    alternative: step.choiceKey !== null,
    gate: null,
  };
}

function checkedCriterion(item: Extract<SectionItem, { type: "criterion" }>): CheckedStep {
  return {
    ...{ text: item.text, line: item.lines.start, group: null, gate: item.gate },
    ...{ commands: [], http: [], substeps: [], notes: item.details.flatMap(textsOf) },
    ...{ condition: null, expect: null, ifFails: null, timeBoxMinutes: null, alternative: false },
  };
}

function looseNotes(section: ParsedSection): Block[] {
  return section.items.flatMap((item) => (item.type === "note" ? [item.block] : []));
}

/** Blocks that belong to no step, with those inside lists and quotes. */
function looseBlocks(section: ParsedSection): Block[] {
  return blocksOf({ ...section, items: section.items.filter((item) => item.type === "note") });
}

function runnable(block: Extract<Block, { type: "code" }>): string[] {
  return block.commands.map((command) => command.text);
}

function tablesOf(section: ParsedSection): { line: number; rows: number }[] {
  return blocksOf(section).flatMap((block) =>
    block.type === "table" ? [{ line: block.lines.start, rows: block.rows.length }] : [],
  );
}
