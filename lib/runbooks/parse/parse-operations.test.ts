import { describe, expect, it } from "vitest";
import { commandsOf, parsed, section, steps } from "./fixtures/load";
import { criteriaOf } from "./read";

describe("a runbook of recommended actions", () => {
  const runbook = parsed("recommended-actions.md");

  it("prefers the heading to front matter as title, and takes alerts as triggers", () => {
    expect(runbook.title).toBe("Snapshot runbook");
    expect(runbook.triggers.map(({ kind, text }) => [kind, text])).toEqual([
      ["front_matter", "SnapshotStale"],
      ["front_matter", "SnapshotFailed"],
      ["heading", "Inspect the latest rewrite error"],
    ]);
  });

  it("joins wrapped lines", () => {
    const [first] = steps(runbook, "Inspect the latest rewrite error");
    expect(first?.text).toBe("Use /snap-status --json to fetch the latest snapshot and copy the traceId.");
    expect(first?.lines).toEqual({ start: 16, end: 17 });
  });

  it("knows chat commands, which have no danger and no shell", () => {
    const [first] = steps(runbook, "Inspect the latest rewrite error");
    expect(first?.commands).toMatchObject([{ text: "/snap-status --json", kind: "slash", danger: null }]);
  });

  it("reads conditions and times to wait, and no threshold as a time to wait", () => {
    const [, disable, watch] = steps(runbook, "Inspect the latest rewrite error");
    expect(disable?.condition).toBe("If three rewrites fail in a row");
    expect(watch?.timeBoxMinutes).toBe(60);
    expect(steps(runbook, "Routine monitoring").map((step) => step.timeBoxMinutes)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("takes bold lead-ins as titles of steps, not as groups or options", () => {
    expect(steps(runbook, "Routine monitoring").map((step) => step.title)).toEqual([
      "Backlog",
      "Thrashing",
      "Gaps",
    ]);
    expect(section(runbook, "Routine monitoring").kind).toBe("steps");
  });

  it("keeps mis-decoded text, flags it and offers the repair", () => {
    expect(steps(runbook, "Routine monitoring")[0]?.text).toContain("queueâ€™s");
    expect(runbook.findings).toContainEqual(
      expect.objectContaining({ code: "mojibake", line: 24, repair: "’" }),
    );
  });

  it("reads the escalation matrix with its durations", () => {
    expect(
      runbook.escalation.map(({ issue, target, minutes, line }) => [issue, target, minutes, line]),
    ).toEqual([
      ["Quota used up", "Platform owner", 60, 33],
      ["Rewrites fail", "Maintainer", 240, 34],
      ["Endpoint down", "On-call engineer", 30, 35],
    ]);
  });
});

describe("an operations runbook", () => {
  const runbook = parsed("operations.md");

  it("leaves the table of contents out", () => {
    expect(runbook.sections.map((each) => each.title)).not.toContain("Table of Contents");
    expect(runbook.lines.notImported).toBe(3);
  });

  it("joins continued lines, and takes no configuration or key for a command", () => {
    const commands = section(runbook, "By hand").items.flatMap((item) =>
      item.type === "note" && item.block.type === "code" ? item.block.commands : [],
    );
    expect(commands.map(({ text, comment }) => [comment, text])).toEqual([
      ["Build the image", "docker build -t indexer ."],
      ["Run it\nOr by configuration", "docker run -d --name indexer indexer"],
    ]);
  });

  it("reads numbered comments in a shell fence as steps with their commands", () => {
    const all = steps(runbook, "1. Index too old");
    const found = all.filter((step) => step.depth === 0);
    expect(found.map((step) => [step.text, commandsOf(step)])).toEqual([
      ["Look at the health", ["indexer health --verbose"]],
      ["Options:", ["indexer run --now"]],
      ["If that fails, reset the state", ["rm state.json", "git push --force origin main"]],
    ]);
    expect(found[1]?.commands[0]?.comment).toBe("To run it now:");
    const options = all.filter((step) => step.depth === 1);
    expect(options.map((step) => step.text)).toEqual(["wait for the next run", "run it now"]);
    expect(options.every((step) => step.parentKey === found[1]?.key && step.choiceKey !== null)).toBe(true);
    expect(found.map((step) => step.lines.start)).toEqual([45, 51, 58]);
  });

  it("puts them under the label above the fence", () => {
    const [group] = section(runbook, "Manual rollback").items;
    expect(group).toMatchObject({ type: "group", label: "If the tool fails" });
    expect(
      steps(runbook, "Manual rollback").every(
        (step) => group?.type === "group" && step.groupKey === group.key,
      ),
    ).toBe(true);
  });

  it("marks dangerous commands, and shows their placeholders", () => {
    const dangers = runbook.findings.filter((each) => each.code === "dangerous-command");
    expect(dangers.map((each) => each.line)).toEqual([60, 61, 73]);
    expect(steps(runbook, "Manual rollback")[1]?.commands[0]?.placeholders).toEqual([
      { name: "commit-hash", raw: "<commit-hash>", range: { start: 17, end: 30 } },
    ]);
  });

  it("reads task boxes as steps, and a list of what the program does as a note", () => {
    expect(steps(runbook, "Daily").map((step) => [step.text, step.checked])).toEqual([
      ["Check the health", false],
      ["Look at the log", true],
    ]);
  });

  it("reads contacts and alert texts", () => {
    expect(runbook.contacts).toEqual([
      { name: "Team lead", role: "lead", channels: [{ kind: "slack", value: "@lead" }], line: 89 },
    ]);
    expect(runbook.triggers).toMatchObject([{ kind: "alert", text: "Index is older than 60 minutes" }]);
  });
});

describe("a runbook in the house format", () => {
  const runbook = parsed("house-format.md");
  const [find, clear, list, note] = steps(runbook, "Procedure");

  it("reads command, expected result and what to do on failure", () => {
    expect(find?.title).toBe("Find the volume");
    expect(commandsOf(find)).toEqual(["volctl usage"]);
    expect(find?.expect?.text).toBe("one volume is above 90 %");
    expect(find?.ifFails?.text).toBe("ask the storage team");
    expect(clear?.expect).toMatchObject({ text: "usage falls", lines: { start: 14, end: 14 } });
    expect(clear?.ifFails?.text).toBe("resize the volume");
  });

  it("reads nested steps with their parent, and console fences without prompts and output", () => {
    expect([list?.parentKey, list?.depth, note?.parentKey]).toEqual([clear?.key, 1, clear?.key]);
    expect(commandsOf(list)).toEqual(["ls -lh /var/dumps", "find /var/dumps -mtime +7 -delete"]);
  });

  it("reads criteria under a label", () => {
    expect(criteriaOf(section(runbook, "Procedure")).map((each) => each.gate)).toEqual([
      "resolved",
      "closed",
    ]);
  });

  it("has no finding but the dangerous command", () => {
    expect(runbook.findings.map((each) => each.code)).toEqual(["dangerous-command"]);
  });
});
