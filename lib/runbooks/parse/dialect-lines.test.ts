import { describe, expect, it } from "vitest";
import { inMarkdown } from "./dialect-lines";
import { section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

/** What documentation sites (MkDocs, Docusaurus, MyST, Quarto) write in their own way. */
const read = (source: string) => parseRunbook(`# A\n\n## Steps\n\n${source}\n`);
const linesOf = (source: string) => inMarkdown(source.split("\n")).lines;

describe("a box of a site", () => {
  it.each([
    [
      '!!! danger "Take care"\n\n    - Ask first.\n\nGo on',
      "> **danger: Take care**",
      "> - Ask first.",
      "Go on",
    ],
    ["???+ note\n    Ask first.\n\nGo on", "> **note**", "> Ask first.", "Go on"],
    [
      ":::warning Take care\nAsk first.\n:::\nGo on",
      "> **warning: Take care**",
      "> Ask first.",
      ">",
      "Go on",
    ],
    ["::: {.callout-note}\nAsk first.\n:::", "> **callout-note**", "> Ask first.", ">"],
    [":::{tip}\nAsk first.\n:::", "> **tip**", "> Ask first.", ">"],
  ])("is a quote: %j", (source, ...expected) => {
    const lines = linesOf(source).map((line) => line.trimEnd());
    expect(lines).toHaveLength(source.split("\n").length);
    expect(lines.filter((line) => line !== "" && (line !== ">" || expected.includes(">")))).toEqual(expected);
  });

  it.each([
    "!!! wow\n\nGo on",
    ":::note\nnever closed",
    "```\n!!! note\n    a\n```",
    "- a\n\n  ~~~\n  :::note\n  :::\n  ~~~",
    "Is it so??? yes",
  ])("is none: %j", (source) => expect(linesOf(source).join("\n")).toBe(source));

  it("is kept as a note, with what it holds, and takes nothing from what follows", () => {
    const runbook = read(
      '!!! note "First"\n\n    1. Read it.\n\n    ??? tip\n        Twice.\n\n1. Stop it\n2. Start it',
    );
    expect(steps(runbook, "Steps").map(({ text }) => text)).toEqual(["Stop it", "Start it"]);
    expect(section(runbook, "Steps").items[0]).toMatchObject({
      block: {
        type: "quote",
        blocks: [{ type: "paragraph" }, { type: "list" }, { type: "quote" }],
        lines: { start: 5, end: 10 },
      },
    });
    expect(runbook.lines).toMatchObject({ total: 8, accounted: 8 });
  });

  it("stays with its step", () => {
    const [first, second] = steps(
      read("1. Stop it\n\n    !!! note\n        It takes a minute.\n\n2. Start it"),
      "Steps",
    );
    expect(first?.details).toMatchObject([{ type: "quote" }]);
    expect(second?.text).toBe("Start it");
  });

  it("ends behind its closing line, which is lost no more than others", () => {
    const runbook = read(":::danger\n- Ask first.\n:::\n\n- Stop it");
    expect(steps(runbook, "Steps").map(({ text }) => text)).toEqual(["Stop it"]);
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
    expect(runbook.findings).toEqual([]);
  });

  it("says where a fence in it must end in the lines as they were written", () => {
    const [finding] = read('!!! note "First"\n\n    ```bash\n    df -h\n').findings;
    expect(finding).toMatchObject({
      code: "unclosed-fence",
      edit: { from: { line: 8, column: 9 }, text: "\n    ```" },
    });
  });
});

describe("tabs of a site", () => {
  const TABS =
    '1. Find it\n\n    === "Linux"\n\n        ```bash\n        df -h\n        ```\n\n    === "Windows"\n\n        ```powershell\n        Get-Volume\n        ```\n\n2. Tell us';

  it("are ways of a step, of which one is enough", () => {
    const [first, linux, windows, last] = steps(read(TABS), "Steps");
    expect(first).toMatchObject({ text: "Find it", commands: [] });
    expect(linux).toMatchObject({ text: "Linux", parentKey: first?.key, commands: [{ text: "df -h" }] });
    expect(windows).toMatchObject({ text: "Windows", commands: [{ text: "Get-Volume" }] });
    expect(linux?.choiceKey).toBe(windows?.choiceKey);
    expect(linux?.choiceKey).not.toBeNull();
    expect(last?.text).toBe("Tell us");
  });

  it("are notes where they hold nothing to do, and no bullets join them", () => {
    const runbook = parseRunbook(
      '# A\n\n## Notes\n\n=== "Old"\n\n    It was slow.\n\n=== "New"\n\n    It is quick.\n\n- Other\n',
    );
    expect(section(runbook, "Notes").kind).toBe("notes");
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
  });

  it("is none without anything below it", () => {
    expect(linesOf('=== "Linux"\n\nText')[0]).toBe('=== "Linux"');
  });
});

it("a no-break space behind a mark is one like any other, save in code", () => {
  const source = "##\u00A0Next\n\n-\u00A0Stop it\n-\u00A0Start it\n\n```sh\n#\u00A0look\n```\n";
  const runbook = parseRunbook(`# A\n\n${source}`);
  expect(runbook.sections.map(({ title }) => title)).toEqual(["A", "Next"]);
  expect(steps(runbook, "Next").map(({ text }) => text)).toEqual(["Stop it", "Start it"]);
  expect(linesOf(source)[6]).toBe("#\u00A0look");
});
