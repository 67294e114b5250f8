import { describe, expect, it } from "vitest";
import { section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";
import type { Choice } from "./choices";

const read = (heading: string, rows: string[], choices: Choice[] = []) =>
  parseRunbook(`# A\n\n## ${heading}\n\n${rows.join("\n")}\n`, { choices });

const FAILOVER = [
  "| Step | Action | Owner | Command | Expected result | Rollback |",
  "|---|---|---|---|---|---|",
  "| 1 | Tell **#db** | DBA | | | |",
  "| 2 | Switch over | DBA | `pgctl switch --force` | Leader is db2 | Switch back |",
];

describe("a table of steps", () => {
  it("gives one for each row, with its command, what is expected, and the other cells", () => {
    const runbook = read("Failover", FAILOVER);
    const [first, second] = steps(runbook, "Failover");
    expect(first).toMatchObject({
      text: "Tell #db",
      origin: "ordered",
      lines: { start: 7, end: 7 },
      expect: null,
    });
    expect(second).toMatchObject({
      text: "Switch over",
      commands: [{ text: "pgctl switch --force" }],
      expect: { text: "Leader is db2" },
      ifFails: { text: "Switch back" },
      details: [{ type: "paragraph", inlines: [{ text: "Owner: " }, { text: "DBA" }] }],
    });
    expect(section(runbook, "Failover").items[0]).toMatchObject({
      type: "note",
      block: { type: "table", rows: [] },
    });
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
  });

  it("needs no numbers where it holds commands; with a case each, ways out are alternatives", () => {
    const rows = [
      "| Cause | Action | Command |",
      "|---|---|---|",
      "| Bad release | Roll back | `helm rollback shop` |",
      "| Many users | Scale up | |",
    ];
    const found = steps(read("Mitigation", rows), "Mitigation");
    expect(found.map(({ condition, text }) => [condition, text])).toEqual([
      ["Bad release", "Roll back"],
      ["Many users", "Scale up"],
    ]);
    expect(found[0]?.choiceKey).toBe(found[1]?.choiceKey);
    expect(found[0]?.choiceKey).not.toBeNull();
    expect(steps(read("Checks", rows), "Checks").map(({ choiceKey }) => choiceKey)).toEqual([null, null]);
  });

  it("may be one of checks, where each row has its command", () => {
    const rows = [
      "| Check | Command | Good |",
      "|---|---|---|",
      "| Queue | `queuectl depth --all` | < 400 |",
    ];
    expect(steps(read("Database", rows), "Database")).toMatchObject([
      { text: "Queue", commands: [{ text: "queuectl depth --all" }], expect: { text: "< 400" } },
    ]);
    expect(steps(read("Database", [...rows, "| Locks | look | none |"]), "Database")).toEqual([]);
    expect(steps(read("Useful commands", rows), "Useful commands")).toEqual([]);
  });

  it.each([
    ["has neither numbers nor commands", "Steps", ["| Action | Owner |", "|---|---|", "| Tell us | Ada |"]],
    ["is there to look up", "Useful commands", ["| Task | Command |", "|---|---|", "| List | `df -h` |"]],
    ["only numbers things", "Steps", ["| # | Service | Port |", "|---|---|---|", "| 1 | shop | 80 |"]],
    ["stands below a heading of notes", "Overview", FAILOVER],
    [
      "says who hears of it",
      "Steps",
      ["| Issue | Action | Owner | Time |", "|---|---|---|---|", "| Down | Page | Ada | 5 min |"],
    ],
  ])("is none when it %s", (_, heading, rows) => expect(steps(read(heading, rows), heading)).toEqual([]));

  it("has rows that stay notes where a person said so", () => {
    const runbook = read("Failover", FAILOVER, [{ kind: "role", line: 7, as: "note" }]);
    expect(steps(runbook, "Failover").map(({ text }) => text)).toEqual(["Switch over"]);
    expect(runbook.findings.map(({ code }) => code)).not.toContain("choice-unmet");
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
  });
});
