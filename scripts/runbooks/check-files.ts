import path from "node:path";
import type { Finding } from "@/lib/runbooks/parse/types";
import { checkedFile } from "./check-json";
import { cellsOf, COUNT_COLUMNS, countsOf, sumOf, type Counts } from "./counts";
import { progressBar } from "./progress-bar";
import { readRunbookFile } from "./read-file";
import { shortTitle, table } from "./table";

export interface CheckOptions {
  /** One JSON object a line instead of tables. */
  json: boolean;
  /** The folders that were asked for: what they hold is summed up by their own folders. */
  roots: readonly string[];
}

interface Checked {
  file: string;
  title: string;
  counts: Counts;
  findings: Finding[];
}

/**
 * Says on standard output what an import would make of each file. Saves nothing and needs no database.
 * @returns how many warnings there are
 */
export function checkFiles(files: readonly string[], { json, roots }: CheckOptions): number {
  const checked: Checked[] = [];
  const bar = progressBar(files.length, "checked");
  for (const file of files) {
    const runbook = readRunbookFile(file);
    if (json) console.log(JSON.stringify(checkedFile(file, runbook)));
    checked.push({ file, title: runbook.title, counts: countsOf(runbook), findings: runbook.findings });
    bar.step(file);
  }
  bar.end();
  if (!json) report(checked, roots);
  return checked.flatMap(({ findings }) => findings).filter(({ level }) => level === "warning").length;
}

function report(checked: readonly Checked[], roots: readonly string[]): void {
  const rows = checked.map(({ file, title, counts }) => [file, shortTitle(title), ...cellsOf(counts)]);
  console.log(table(["file", "title", ...COUNT_COLUMNS], rows));
  const found = checked.flatMap(({ file, findings }) =>
    findings.map(({ line, level, code, message }) => `${file}:${line}: ${level}: ${message} [${code}]`),
  );
  if (found.length > 0) console.log(`\n${found.join("\n")}`);
  const folders = byFolder(checked, roots);
  if (folders.length > 1) console.log(`\n${table(["folder", ">files", ...COUNT_COLUMNS], folders)}`);
  const total = sumOf(checked.map(({ counts }) => counts));
  const warnings = checked.flatMap(({ findings }) => findings).filter(({ level }) => level === "warning");
  console.log(
    `\n${checked.length} files: ${total.sections} sections, ${total.steps} steps, ${total.commands} commands, ${total.decisions} decisions, ${warnings.length} warnings, ${total.findings - warnings.length} notices`,
  );
}

/** The folders directly below the ones that were asked for, with the sum of what is in each. */
function byFolder(checked: readonly Checked[], roots: readonly string[]): string[][] {
  const groups = new Map<string, Counts[]>();
  for (const { file, counts } of checked) {
    const root = roots.find((each) => !path.relative(each, file).startsWith("..")) ?? "";
    const [first = "", ...rest] = path.relative(root, file).split(path.sep);
    const folder = rest.length > 0 ? path.join(root, first) : root;
    groups.set(folder, [...(groups.get(folder) ?? []), counts]);
  }
  return [...groups].map(([folder, all]) => [folder, String(all.length), ...cellsOf(sumOf(all))]);
}
