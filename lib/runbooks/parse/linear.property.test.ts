import { describe, expect, it } from "vitest";
import { branchFindings } from "./branch-offers";
import { parseRunbook } from "./parse-runbook";
import type { ParsedSection } from "./types";

/** What once took quadratic time or ran out of stack. */
const PILES: Record<string, string> = {
  brackets: "[",
  "open links": "[a](",
  emphasis: "*a ",
  quotes: ">",
  "nested numbers": "1. ",
  underlines: "a\n=\n",
  "quoted paragraphs": "> a\n\n",
  "paragraphs that tell what to do": "Stop it.\n\n",
  "lists with too little indentation": "1. a\n  - b\n",
  "open fences": "```sh\n# 1. a\nls 'x\n```\n",
  "open tags": "<a-context>\n\n",
  tables: "|a|\n|-|\n\n",
  words: "word ",
  "lists joined by or": "- Stop it\n\nor\n\n",
  "tables of steps": "|#|Step|\n|-|-|\n|1|a|\n\n",
  statements: "```sql\nSELECT 1\n```\n",
  "escaped numbers": "1\\. a\n\n",
  "commands beside lists": "1. a\n\nRun:\n\n    ls -l\n\n",
  "boxes of a site": '!!! note "a"\n\n    b\n\n',
  "boxes in boxes": "!!! a\n",
  "closed and open boxes": ":::note\na\n:::\n\n::::tip\n\n",
  "tabs of a site": '=== "a"\n\n    b\n\n',
  "sessions of root": "# ls -l\na\n",
  "open comments": "/* a\n",
  "facts in a list": "1. a is b\n",
  "whom to tell": "## Escalation\n\n- L1: a, #b, in 5 min\n\n",
};

describe("reading takes linear time", () => {
  it.each(Object.entries(PILES))(
    "for a pile of %s",
    (_, pile) => {
      const small = pile.repeat(Math.ceil(10_000 / pile.length));
      const runbook = parseRunbook(small.repeat(4));
      expect(runbook.lines.accounted).toBe(runbook.lines.total);
    },
    20_000,
  );

  it("for what follows a condition without a comma, and for what stands behind a heading", () => {
    expect(parseRunbook(`1. If it ${"you must ".repeat(60_000)}\n`).lines.total).toBe(1);
    expect(parseRunbook(`# a${" ".repeat(200_000)}{#b\n`).lines.total).toBe(1);
  }, 20_000);

  it("for blanks where a box or a tab has its title", () => {
    const blanks = " ".repeat(100_000);
    const lines = [`!!! a${blanks}b!`, `:::a${blanks}b${blanks}c`, `=== ${blanks}"a`, `${blanks}-\u00A0a`];
    expect(parseRunbook(`${lines.join("\n")}\n    b\n`).lines.total).toBe(5);
  }, 20_000);

  it("for what other languages, commands and comments end with", () => {
    const blanks = " ".repeat(100_000);
    const lines = [`1. Ja${" ä".repeat(100_000)}x`, `2. Please run${blanks}x \`a b\``];
    expect(
      parseRunbook(`${lines.join("\n")}\n\n\`\`\`sql\n-- a${blanks}b\nSELECT 1;\n\`\`\`\n`).lines.total,
    ).toBe(6);
  }, 20_000);

  it("for a fence of one session, and one statement of comments", () => {
    expect(parseRunbook(`\`\`\`\n${"# ls -l\na\n".repeat(30_000)}\`\`\`\n`).lines.total).toBe(60_002);
    expect(parseRunbook(`\`\`\`sql\nSELECT 1 ${"/* ".repeat(100_000)}\n\`\`\`\n`).lines.total).toBe(3);
  }, 20_000);

  it("for conditions before a time", () => {
    const runbook = parseRunbook(`1. ${"if ".repeat(120_000)}, wait 5 minutes\n`);
    expect(runbook.sections[0]?.items).toMatchObject([{ timeBoxMinutes: 5 }]);
  }, 20_000);

  it("for commas behind a condition", () => {
    const runbook = parseRunbook(`1. Stop it when (${"x, ".repeat(120_000)}\n`);
    expect(runbook.sections[0]?.items).toMatchObject([{ type: "step" }]);
  }, 20_000);

  it("for a row of dashes in code that is no rule", () => {
    expect(parseRunbook(`\`\`\`sh\n${"-".repeat(100_000)}x.\n\`\`\`\n`).lines.total).toBe(3);
  }, 20_000);

  it("for paths in code that are no prompt", () => {
    for (const pile of ["/", "~", "a:/"]) {
      const long = pile.repeat(120_000 / pile.length);
      expect(parseRunbook(`\`\`\`\n${long}x\n\`\`\`\n`).lines.total).toBe(3);
    }
  }, 20_000);

  it("for question marks and choices that nothing ends", () => {
    const parts = "   a) Stop it\n   b) Start it\n";
    for (const pile of ["?", "or ", "two ways "]) {
      const words = `${pile.repeat(200_000 / pile.length)}x.`;
      expect(parseRunbook(`1. Stop ${words}\n   - Yes: a\n   - No: b\n`).lines.total).toBe(3);
      expect(parseRunbook(`1. ${words}\n${parts}`).lines.total).toBe(3);
      expect(parseRunbook(`${words}\n\n1. Stop it\n2. Start it\n`).lines.total).toBe(3);
    }
  }, 20_000);

  it("for many sections that are called almost as many nodes are", () => {
    const ways = Array.from(
      { length: 100 },
      (_, n) => `Q${n}{Up?} -->|Yes| A${n}[a]\nQ${n} -->|No| B${n}[Restart it]`,
    );
    const chart = parseRunbook(`\`\`\`mermaid\nflowchart TD\n${ways.join("\n")}\n\`\`\`\n`);
    const sections = Array.from({ length: 40_000 }, (_, n) => ({
      key: `s${n}`,
      level: 2,
      title: `Restart it ${n}`,
    }));
    const found = branchFindings(chart.decisions, sections as ParsedSection[], chart.flowcharts);
    expect(found).toHaveLength(100);
  }, 5_000);

  it("for blocks, comments and quotes of PowerShell that nothing closes", () => {
    for (const line of [
      "if ($a) {",
      "<# a",
      'Write-Host "a',
      "# a",
      "{",
      "a |",
      '@"',
      "# a:\nNAME   READY   AGE",
    ]) {
      const pile = `${line}\n`.repeat(Math.floor(60_000 / (line.length + 1)));
      expect(parseRunbook(`1. Look\n\n\`\`\`powershell\n${pile}Get-Date\n\`\`\`\n`).title).toBeDefined();
      expect(parseRunbook(`1. Look\n\n\`\`\`bash\n${pile}df -h\n\`\`\`\n`).title).toBeDefined();
    }
  }, 20_000);

  it("and what is beyond its limit is kept as text", () => {
    const runbook = parseRunbook(`# A\n\n1. One\n\n${"word ".repeat(101_000)}\n\n1. Two\n`);
    expect(runbook.sections[0]?.items).toMatchObject([{ text: "One" }, { block: { type: "code" } }]);
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
    expect(runbook.findings).toMatchObject([{ code: "too-large", line: 5 }]);
  });
});
