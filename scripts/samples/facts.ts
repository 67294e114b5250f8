import { readFileSync } from "node:fs";
import path from "node:path";
import type { Command, ParsedRunbook, ParsedSection, ParsedStep } from "@/lib/runbooks/parse/types";
import { stepsOf, blocksOf } from "@/lib/runbooks/parse/walk-sections";
import { readRunbookFile } from "../runbooks/read-file";

/** A sample as it is read, and its lines. */
export interface Sample {
  runbook: ParsedRunbook;
  lines: string[];
}

export function readSample(folder: string, name: string): Sample {
  const file = path.join(folder, name);
  return { runbook: readRunbookFile(file), lines: readFileSync(file, "utf8").split("\n") };
}

/** Steps of a section without their parts. */
export function topSteps(section: ParsedSection | undefined): ParsedStep[] {
  return section ? stepsOf(section).filter((step) => step.depth === 0) : [];
}

/** The n-th section of a level, from 1. */
export function nth(runbook: ParsedRunbook, level: number, n: number): ParsedSection | undefined {
  return runbook.sections.filter((section) => section.level === level)[n - 1];
}

export function labelsOf(section: ParsedSection | undefined): string[] {
  return section?.items.flatMap((item) => (item.type === "group" ? [item.label] : [])) ?? [];
}

export function criteriaCount(section: ParsedSection | undefined): number {
  return section?.items.filter((item) => item.type === "criterion").length ?? 0;
}

/** Commands of code blocks that belong to no step. */
export function looseCommands(section: ParsedSection): Command[] {
  const notes = section.items.filter((item) => item.type === "note");
  return blocksOf({ ...section, items: notes }).flatMap((block) =>
    block.type === "code" ? block.commands : [],
  );
}

/** Items of the lists that are kept as notes. */
export function noteBullets(section: ParsedSection | undefined): number {
  return (section?.items ?? []).reduce(
    (sum, item) => sum + (item.type === "note" && item.block.type === "list" ? item.block.items.length : 0),
    0,
  );
}

export function codes(runbook: ParsedRunbook): string[] {
  return runbook.findings.map((finding) => finding.code);
}
