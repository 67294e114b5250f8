import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { toolPath } from "../launch/tool";
import type { Check, Counts } from "./run-check";

const RESULTS = "node_modules/.cache/quarterdeck";

/** What needs no database and no browser: `npm run check`. The slow ones first, so that two rows end together. */
export function fastChecks(): Check[] {
  return [
    {
      name: "Lint",
      command: [toolPath("eslint"), ".", "--max-warnings=0", "--cache", `--cache-location=${RESULTS}/eslint`],
    },
    { name: "Types", command: ["--import", "tsx", "scripts/checks/types.ts"] },
    vitest("Pure tests", "pure"),
    { name: "Format", command: [toolPath("oxfmt"), "--check", "."] },
    { name: "Boundaries", command: [toolPath("depcruise"), "--config=.dependency-cruiser.cjs", ...folders] },
    { name: "Dead code", command: [toolPath("knip"), "--no-progress"] },
  ];
}

/** What needs no browser and takes longer than a commit should wait for. */
export function slowTests(): Check[] {
  return [vitest("Database tests", "db"), vitest("Property tests", "properties")];
}

/** @param chromium path of the browser */
export function journeys(chromium: string): Check {
  const file = resultFile("journeys");
  return {
    name: "Journeys",
    command: [toolPath("playwright"), "test", "--reporter=list,json"],
    env: { QUARTERDECK_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    live: true,
    count: () => {
      const { stats } =
        readResult<{ stats: { expected: number; unexpected: number; flaky: number } }>(file) ?? {};
      return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  };
}

const folders = ["app", "components", "lib", "scripts", "prisma", "e2e"];

function vitest(name: string, project: string): Check {
  const file = resultFile(project);
  return {
    name,
    command: [
      toolPath("vitest"),
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile=${file}`,
    ],
    count: (): Counts | undefined => {
      const result = readResult<{ numPassedTests: number; numFailedTests: number }>(file);
      return result && { passed: result.numPassedTests, failed: result.numFailedTests };
    },
  };
}

function resultFile(name: string): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = `${RESULTS}/${name}.json`;
  // What an earlier run left must not be counted.
  rmSync(file, { force: true });
  return file;
}

function readResult<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
