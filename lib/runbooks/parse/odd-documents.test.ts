import { describe, expect, it } from "vitest";
import { commandsOf, FIXTURES, parsed, steps } from "./fixtures/load";
import { applyEdits } from "./apply-edits.rules";
import { parseRunbook } from "./parse-runbook";
import { parsedRunbookSchema } from "./schema";

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

  it("names the line of code that ends with the marks of its fence, and offers them a line of their own", () => {
    const source = "# A\n\n1. One\n\n   ```\n   ls 'a'```\n\n2. Two\n\n   ```\n   df\n   ```\n";
    const [found] = parseRunbook(source).findings;
    expect(found).toMatchObject({ code: "unclosed-fence", line: 6, repair: "```" });
    const repaired = parseRunbook(applyEdits(source, found?.edit ? [found.edit] : []));
    expect(repaired.findings).toEqual([]);
    expect(repaired.sections[0]?.items.map((item) => item.type === "step" && item.text)).toEqual([
      "One",
      "Two",
    ]);
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
