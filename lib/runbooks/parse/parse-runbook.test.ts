import { describe, expect, it } from "vitest";
import { commandsOf, FIXTURES, parsed, section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";
import { criteriaOf, exitCriteria } from "./read";
import { parsedRunbookSchema } from "./schema";

describe("an incident response runbook", () => {
  const runbook = parsed("incident-response.md");

  it("has its title, and the date as metadata", () => {
    expect(runbook.title).toBe("Checkout incident response");
    expect(runbook.metadata).toEqual([{ key: "Date", value: "2026-02-03", line: 3 }]);
  });

  it("times the first five minutes", () => {
    expect(section(runbook, "First Five Minutes").timeBoxMinutes).toBe(5);
    expect(steps(runbook, "First Five Minutes")).toHaveLength(5);
  });

  it("takes whole commands and endpoints from code spans, and nothing else", () => {
    const [, , run, ask, look] = steps(runbook, "First Five Minutes");
    expect(commandsOf(run)).toEqual(["npm run smoke -- --suite checkout"]);
    expect(ask?.http.map(({ method, target }) => [method, target])).toEqual([
      [null, "/api/v1/health"],
      [null, "/metrics"],
    ]);
    expect(ask?.commands).toEqual([]);
    expect([look?.commands, look?.http]).toEqual([[], []]);
  });

  it("reads bold bullets as groups of the steps below them", () => {
    const items = section(runbook, "Diagnostic Checklist").items;
    const groups = items.filter((item) => item.type === "group");
    expect(groups.map((group) => group.label)).toEqual([
      "Failed orders",
      "Payment contract",
      "Tool/Gateway faults",
    ]);
    expect(steps(runbook, "Diagnostic Checklist").map((step) => step.groupKey)).toEqual([
      groups[0]?.key,
      groups[0]?.key,
      groups[1]?.key,
      groups[2]?.key,
    ]);
  });

  it("reads bullets that each have their own condition as options", () => {
    const mitigation = section(runbook, "Mitigation Steps");
    expect(mitigation.kind).toBe("options");
    expect(steps(runbook, "Mitigation Steps").map((step) => step.condition)).toEqual([
      "if the smoke suite fails every time",
      "when the provider rejects tokens",
      "if the queue starves",
      "for large orders pending payment",
    ]);
  });

  it("takes the cadence from the sentence about updates", () => {
    expect([runbook.cadenceMinutes, runbook.cadenceLine]).toEqual([15, 37]);
  });

  it("proposes closed for the criterion about the summary, resolved for the others", () => {
    expect(section(runbook, "Exit Criteria").kind).toBe("exit_criteria");
    expect(exitCriteria(runbook).map((criterion) => criterion.gate)).toEqual([
      "resolved",
      "resolved",
      "closed",
    ]);
  });

  it("does not take channels for headings", () => {
    expect(runbook.sections.map((each) => each.title)).not.toContain("shop-ops");
  });
});

describe("a runbook of flowcharts", () => {
  const runbook = parsed("flows.md");

  it("reads nodes, edges of both spellings, decisions and loops", () => {
    expect(runbook.flowcharts.map(({ nodes, edges }) => [nodes.length, edges.length])).toEqual([
      [7, 7],
      [5, 5],
    ]);
    expect(runbook.decisions.map(({ question, branches }) => [question, branches.map(({ label, loop }) => [label, loop])])).toEqual([
      ["input valid?", [["yes", false], ["no", true]]],
      ["other job stuck", [["yes", false], ["no", false]]],
    ]); // prettier-ignore
  });

  it("keeps placeholders in labels", () => {
    expect(runbook.flowcharts[0]?.nodes[1]?.label).toBe("show <job_id>");
  });

  it("takes recovery bullets joined by “or” as alternatives", () => {
    const recovery = steps(runbook, "A. lock_conflict on load");
    expect(recovery.map((step) => step.text)).toEqual(["wait for the other job, or", "stop it"]);
    expect(new Set(recovery.map((step) => step.choiceKey)).size).toBe(1);
    expect(recovery[0]?.choiceKey).not.toBeNull();
  });

  it("keeps signatures, causes and conditions for escalation as notes", () => {
    expect(steps(runbook, "B. Bad metadata").map((step) => step.text)).toHaveLength(3);
    expect(section(runbook, "3. Escalation").kind).toBe("notes");
  });

  it("makes triggers of signatures and of code that begins a heading", () => {
    expect(runbook.triggers.map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "lock_conflict"],
      ["signature", "another job holds the lock"],
    ]);
  });

  it("reads plain bullets that begin with a verb as steps in order", () => {
    expect(section(runbook, "4. Afterwards").kind).toBe("steps");
    expect(steps(runbook, "4. Afterwards").flatMap(commandsOf)).toEqual(["make gate"]);
  });
});

describe("an index of runbooks", () => {
  const runbook = parsed("index.md");

  it("has one checklist a runbook, and its trigger", () => {
    expect(runbook.sections.filter((each) => each.kind === "steps").map((each) => each.title)).toEqual([
      "disk-full.md",
      "slow-queries.md",
    ]);
    expect(runbook.triggers.map((trigger) => trigger.text)).toEqual([
      "A disk is fuller than 90%",
      "Queries take longer than a second",
    ]);
    expect(runbook.findings.map((each) => each.code)).toContain("index-document");
  });

  it("takes nothing from a fenced template or from advice on writing runbooks", () => {
    expect(runbook.sections.map((each) => each.title)).not.toContain("Procedure");
    expect(section(runbook, "Creating New Runbooks").kind).toBe("notes");
  });

  it("does not import what a program wrote, and says so", () => {
    expect(runbook.notImported).toEqual([{ reason: "machine_written", lines: { start: 44, end: 52 } }]);
    expect(runbook.sections.map((each) => each.title)).not.toContain("Recent Activity");
    expect(runbook.findings).toContainEqual(expect.objectContaining({ code: "machine-written", line: 44 }));
  });
});

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
      ["Run it", "docker run -d --name indexer indexer"],
    ]);
  });

  it("reads numbered comments in a shell fence as steps with their commands", () => {
    const found = steps(runbook, "1. Index too old");
    expect(found.map((step) => [step.text, commandsOf(step)])).toEqual([
      ["Look at the health", ["indexer health --verbose"]],
      ["Options:", ["indexer run --now"]],
      ["If that fails, reset the state", ["rm state.json", "git push --force origin main"]],
    ]);
    expect(found[1]?.commands[0]?.comment).toBe("To run it now:");
    expect(found[1]?.details).toMatchObject([{ type: "list", items: [{}, {}] }]);
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

describe("any fixture", () => {
  it.each(FIXTURES)("%s survives JSON and its schema unchanged, with every line accounted for", (name) => {
    const runbook = parsed(name);
    expect(parsedRunbookSchema.parse(JSON.parse(JSON.stringify(runbook)))).toEqual(runbook);
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
  });
});

describe("documents that are odd", () => {
  it("gives an empty document no section, and a finding", () => {
    const runbook = parseRunbook(" \n\n", { fileName: "ops/disk-full.md" });
    expect([runbook.title, runbook.sections]).toEqual(["Disk full", []]);
    expect(runbook.findings).toMatchObject([{ code: "empty" }]);
  });

  it("names the line of a fence that is never closed", () => {
    const runbook = parseRunbook("# A\n\n1. One\n\n```bash\nls\n\n## B\n");
    expect(runbook.findings).toMatchObject([{ code: "unclosed-fence", line: 5 }]);
    expect(runbook.sections.map((each) => each.title)).toEqual(["A"]);
  });

  it("replaces what cannot be stored, visibly", () => {
    const runbook = parseRunbook("# A\n\n1. Ask \0 and \ud800 twice\n");
    expect(runbook.sections[0]?.items).toMatchObject([{ text: "Ask \uFFFD and \uFFFD twice" }]);
    expect(runbook.findings).toMatchObject([{ code: "replaced-character", line: 3 }]);
  });

  it("keeps raw HTML as text", () => {
    const runbook = parseRunbook("# A\n\n1. Kill <PID> and <script>alert(1)</script>\n\n<div onclick=x>\n");
    expect(runbook.sections[0]?.items).toMatchObject([
      { text: "Kill <PID> and <script>alert(1)</script>" },
      { block: { type: "html", text: "<div onclick=x>" } },
    ]);
  });

  it("says when no list reads as steps", () => {
    const runbook = parseRunbook("# A\n\n- the disk\n- the network\n");
    expect(runbook.findings).toMatchObject([{ code: "notes-only", line: 3 }]);
  });

  it("continues a list that unindented code cuts in two", () => {
    const runbook = parseRunbook("# A\n\n1. First\n\n```sh\nls -l\n```\n\n2. Second\n");
    expect(steps(runbook, "A").map((step) => [step.text, commandsOf(step)])).toEqual([
      ["First", ["ls -l"]],
      ["Second", []],
    ]);
  });

  it("reads bold numbered paragraphs as steps", () => {
    const runbook = parseRunbook("# A\n\n**1. Drain it**\n\nTake care.\n\n**2. Stop it**\n");
    expect(steps(runbook, "A")).toMatchObject([
      { origin: "paragraph", details: [{ type: "paragraph" }] },
      { origin: "paragraph", details: [] },
    ]);
  });

  it("reads CRLF and a byte order mark like LF", () => {
    const unix = "# A\n\n1. One\n2. Two\n";
    expect(parseRunbook(`\uFEFF${unix.replaceAll("\n", "\r\n")}`)).toEqual(parseRunbook(unix));
  });

  it("resolves links whose address stands far below", () => {
    const filler = "## More\n\nWords and words and words.\n\n".repeat(200);
    const runbook = parseRunbook(`# A\n\n1. See [the page][p]\n\n${filler}[p]: https://example.org/page\n`);
    const [step] = steps(runbook, "A");
    expect(step?.inlines).toMatchObject([{}, { type: "link", href: "https://example.org/page", safe: true }]);
  });
});
