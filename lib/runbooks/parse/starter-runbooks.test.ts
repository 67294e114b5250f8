import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRunbook } from "./parse-runbook";
import { exitCriteria, stepsOf } from "./read";

const FOLDER = join(import.meta.dirname, "../../../prisma/seed/runbooks");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));
const read = (name: string) => parseRunbook(readFileSync(join(FOLDER, name), "utf8"), { fileName: name });

describe("the starter runbooks", () => {
  it.each(FILES)("%s reads without a warning, and has steps", (name) => {
    const runbook = read(name);
    expect(runbook.findings.filter((finding) => finding.level === "warning")).toEqual([]);
    const expected = ["dangerous-command", "branch-unlinked"];
    expect(runbook.findings.filter(({ code }) => !expected.includes(code))).toEqual([]);
    expect(runbook.sections.flatMap(stepsOf).length).toBeGreaterThan(4);
  });

  it("carry the cadence and the gates of an incident", () => {
    const runbook = read("orchestrator-incident-response.md");
    expect(runbook.cadenceMinutes).toBe(15);
    expect(exitCriteria(runbook).map((criterion) => criterion.gate)).toEqual([
      "resolved",
      "resolved",
      "resolved",
      "closed",
    ]);
  });
});
