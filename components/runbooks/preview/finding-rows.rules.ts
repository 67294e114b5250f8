import type { IconName } from "@/components/ui/icons";
import type { Choice, LinkChoice } from "@/lib/runbooks/parse/choices";
import type { Edit } from "@/lib/runbooks/parse/edits";
import type { Finding, ParsedRunbook, ParsedSection, ParsedStep } from "@/lib/runbooks/parse/types";
import { chosenRole } from "./changes.rules";

/** What can be done about a finding; all are a person's decision. */
export type FindingAction =
  | { kind: "link"; branches: OfferedBranch[] }
  | { kind: "needAll"; line: number; count: number }
  | { kind: "hideChart"; line: number }
  | { kind: "repair"; edits: Edit[] }
  | { kind: "split" }
  | { kind: "forget"; line: number }
  | { kind: "dismiss" };

/** A branch and the sections that it may lead to, best first. */
export interface OfferedBranch {
  label: string;
  line: number;
  offers: LinkChoice[];
}

export interface FindingRow {
  id: string;
  icon: IconName;
  lines: number[];
  text: string;
  isWarning: boolean;
  action: FindingAction | null;
}

/** What the import noticed, in the order of the document, with what can be done about it. */
export function findingRows(parsed: ParsedRunbook, choices: readonly Choice[]): FindingRow[] {
  return [
    ...ownFindings(parsed.findings),
    ...linkRows(parsed),
    ...repairRows(parsed.findings),
    ...parsed.sections.flatMap((section) => alternativeRows(section, parsed, choices)),
    ...parsed.sections.flatMap(chartRows),
    ...placeholderRows(parsed),
  ].sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
}

function ownFindings(findings: readonly Finding[]): FindingRow[] {
  return findings
    .filter(({ code, edit }) => code !== "branch-unlinked" && edit === null)
    .map((finding) => ({
      ...row(finding.code === "dangerous-command" ? "bolt" : "info", [finding.line], finding.message),
      id: `${finding.code} ${finding.line} ${finding.message}`,
      isWarning: finding.level === "warning",
      action: actionOf(finding),
    }));
}

function actionOf({ code, line }: Finding): FindingAction | null {
  if (code === "choice-unmet") return { kind: "forget", line };
  return code === "index-document" ? { kind: "split" } : null;
}

/** The answers of one question are linked together. */
function linkRows({ findings, decisions }: ParsedRunbook): FindingRow[] {
  return decisions.flatMap((decision) => {
    const branches = decision.branches.flatMap((branch): OfferedBranch[] => {
      const found = findings.find(
        ({ code, offers }) =>
          code === "branch-unlinked" &&
          offers.some((offer) => offer.kind === "link" && isBranch(offer, decision.line, branch.targetId)),
      );
      const offers = found?.offers.filter((offer) => offer.kind === "link") ?? [];
      return offers.length > 0 ? [{ label: branch.label ?? branch.target, line: branch.line, offers }] : [];
    });
    if (branches.length === 0) return [];
    const text =
      branches.length === 1
        ? `An answer of “${decision.question}” may lead to a section. It is not linked.`
        : `${branches.length} answers of “${decision.question}” may lead to sections. They are not linked.`;
    const lines = branches.map(({ line }) => line);
    return [{ ...row("decision", lines, text), action: { kind: "link", branches } }];
  });
}

function isBranch(offer: LinkChoice, line: number, targetId: string): boolean {
  return offer.decisionLine === line && offer.targetId === targetId;
}

/** What of one kind can be repaired is repaired at once. */
function repairRows(findings: readonly Finding[]): FindingRow[] {
  const byCode = new Map<string, Finding[]>();
  for (const finding of findings)
    if (finding.edit) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  return [...byCode.values()].flatMap((found) => {
    const [first] = found;
    if (!first) return [];
    const more = found.length > 1 ? ` And ${found.length - 1} more like it.` : "";
    const lines = found.map(({ line }) => line);
    const edits = found.flatMap(({ edit }) => edit ?? []);
    return [
      { ...row("pencil", lines, first.message + more), isWarning: true, action: { kind: "repair", edits } },
    ];
  });
}

function alternativeRows(
  section: ParsedSection,
  { decisions }: ParsedRunbook,
  choices: readonly Choice[],
): FindingRow[] {
  const groups = new Map<string, ParsedStep[]>();
  // Of the answers to a question, one is enough by nature.
  const questions = new Set(decisions.map(({ nodeId }) => nodeId));
  for (const item of section.items)
    if (item.type === "step" && item.choiceKey && !questions.has(item.parentKey ?? ""))
      groups.set(item.choiceKey, [...(groups.get(item.choiceKey) ?? []), item]);
  return [...groups.values()].flatMap((steps) => {
    const lines = steps.map((step) => step.lines.start);
    const [line] = lines;
    if (line === undefined || lines.some((one) => chosenRole(choices, one) === "alternative")) return [];
    const text = `Taken as alternatives: one of these ${lines.length} is enough.`;
    return [{ ...row("swap", lines, text), action: { kind: "needAll", line, count: lines.length } }];
  });
}

function chartRows({ flow, items, title }: ParsedSection): FindingRow[] {
  if (!flow || !items.some(({ type }) => type === "step")) return [];
  const line = flow.lines.start;
  const text = `“${title}” has steps and a chart. Both are kept, the chart is walked by itself.`;
  return [{ ...row("file", [line], text), action: { kind: "hideChart", line } }];
}

function placeholderRows({ sections }: ParsedRunbook): FindingRow[] {
  const uses = new Map<string, { raw: string; lines: number[] }>();
  const count = (placeholders: { name: string; raw: string }[], line: number) => {
    for (const { name, raw } of placeholders) {
      const known = uses.get(name);
      if (known) known.lines.push(line);
      else uses.set(name, { raw, lines: [line] });
    }
  };
  for (const { items, flow } of sections) {
    for (const item of items)
      if (item.type === "step")
        for (const command of item.commands) count(command.placeholders, command.lines.start);
    for (const node of flow?.nodes ?? []) count(node.placeholders, node.line);
  }
  return [...uses.values()].map(({ raw, lines }) => {
    const places = lines.length === 1 ? "one place" : `${lines.length} places`;
    const text = `${raw} is asked once an incident and used in ${places}.`;
    return { ...row("pencil", lines, text), action: { kind: "dismiss" } };
  });
}

function row(icon: IconName, lines: number[], text: string): FindingRow {
  return { id: `${icon} ${lines[0]} ${text}`, icon, lines, text, isWarning: false, action: null };
}

/** "25–30", "44, 45, 51", "9": as short as it can be said. */
export function linesInWords(lines: readonly number[]): string {
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined || first === last) return String(first ?? "");
  return sorted.length <= 3 && last - first !== 2 ? sorted.join(", ") : `${first}–${last}`;
}
