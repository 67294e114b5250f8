import { readFileSync } from "node:fs";
import path from "node:path";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { parsedRunbookSchema } from "@/lib/runbooks/parse/schema";
import { textOf } from "@/lib/runbooks/source";
import { findMarkdown } from "../runbooks/find-markdown";
import { progressBar } from "../runbooks/progress-bar";
import type { Expectations } from "./expect";
import { damage, randomNumbers } from "./damage";

/** One document may take so much of a processor, in milliseconds for each 1,000 characters, and this much besides. */
const PER_1000 = 5;
const BESIDES = 500;

/**
 * Reads every sample, and copies that were damaged at random, always the same: no line may get lost, nothing may
 * throw, break the schema or take more than linear time.
 * @param fuzz how many damaged copies
 */
export function readAll(expect: Expectations, folder: string, fuzz: number): void {
  const files = findMarkdown([folder]);
  const sources = files.map((file) => textOf(readFileSync(file)));
  const bar = progressBar(files.length + fuzz, "samples read");
  files.forEach((file, i) => {
    expect.of(path.relative(folder, file));
    readOne(expect, sources[i] ?? "");
    bar.step(file);
  });
  const random = randomNumbers(1);
  for (let i = 0; i < fuzz; i++) {
    const at = Math.floor(random() * sources.length);
    const source = damage(sources[at] ?? "", sources[Math.floor(random() * sources.length)] ?? "", random);
    expect.of(`${path.relative(folder, files[at] ?? "")}, damaged copy ${i + 1}`);
    readOne(expect, source);
    bar.step(files[at] ?? "");
  }
  bar.end();
}

function readOne(expect: Expectations, source: string): void {
  const begun = process.cpuUsage();
  const runbook = parseRunbook(source);
  const { user, system } = process.cpuUsage(begun);
  const took = (user + system) / 1_000;
  const codes = runbook.findings.map(({ code }) => code);
  const problems = [
    ...(runbook.lines.accounted === runbook.lines.total ? [] : ["lines are lost"]),
    ...(codes.includes("leftover-text") ? ["a line fits nowhere"] : []),
    ...(runbook.title === "Untitled runbook" && codes.includes("too-complex") ? ["it cannot be read"] : []),
    ...(parsedRunbookSchema.safeParse(runbook).success ? [] : ["it is not of the stored shape"]),
    ...(took <= BESIDES + (source.length / 1_000) * PER_1000 ? [] : [`it took ${Math.round(took)} ms`]),
  ];
  expect.equal("problems", problems, []);
}
