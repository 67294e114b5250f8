import { describe, expect, it } from "vitest";
import { section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

const DOCUMENT = `# Restore a volume

## Way back

### 1. Find the copy

Look at the newest one.

\`\`\`bash
tool copies list
\`\`\`

### Step 2: the switch

Turn it.

### Step 3

Tell the others.

### 4. Known limits

It is slow.

### 5. Check the volume

#### By hand

Look at it.

### 6. Tidy up

1. Remove the copy.
`;

const runbook = parseRunbook(DOCUMENT);
const textsOf = (title: string, parsed = runbook) => steps(parsed, title).map((step) => step.text);

describe("a heading that is a step", () => {
  it("gives one with what stands below it, without its number", () => {
    const [step] = steps(runbook, "1. Find the copy");
    expect(step).toMatchObject({ text: "Find the copy", lines: { start: 5, end: 11 } });
    expect(step?.commands.map(({ text }) => text)).toEqual(["tool copies list"]);
    expect(step?.details).toHaveLength(2);
    expect(section(runbook, "1. Find the copy").kind).toBe("steps");
  });

  it("may be called one, or nothing but one", () => {
    expect(textsOf("Step 2: the switch")).toEqual(["the switch"]);
    expect(
      textsOf("Schritt 1: Platte leeren", parseRunbook("# A\n\n## Schritt 1: Platte leeren\n\nx\n")),
    ).toEqual(["Platte leeren"]);
    expect(textsOf("Step 3", parseRunbook("# A\n\n## Step 3\n"))).toEqual(["Step 3"]);
  });

  it("that is nothing but its number is called by what stands below it", () => {
    expect(steps(runbook, "Step 3")).toMatchObject([{ text: "Tell the others.", details: [] }]);
    const other = parseRunbook("# A\n\n## Step 3 — 止める\n\n書く\n");
    expect(steps(other, "Step 3 — 止める").map(({ text }) => text)).toEqual(["止める"]);
    expect(runbook.findings).toEqual([]);
  });

  it("may have a dash behind its number", () => {
    expect(textsOf("1 – Block it", parseRunbook("# A\n\n### 1 – Block it\n\nx\n"))).toEqual(["Block it"]);
  });

  it("may have a letter for its number", () => {
    const source =
      "# A\n\n## A. Look\n\n1. Look\n\n## B. Resize the disk\n\n```sh\nresize2fs /dev/vg0/a\n```\n\n## C. Known limits\n\nx\n";
    const lettered = parseRunbook(source);
    expect(steps(lettered, "B. Resize the disk")).toMatchObject([
      { text: "Resize the disk", commands: [{}] },
    ]);
    expect(steps(lettered, "C. Known limits")).toEqual([]);
  });

  it("tells what to do, holds no sections and no steps of its own", () => {
    expect(textsOf("4. Known limits")).toEqual([]);
    expect(textsOf("5. Check the volume")).toEqual([]);
    expect(textsOf("6. Tidy up")).toEqual(["Remove the copy."]);
  });

  it("loses no line, and is none when a person says so", () => {
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
    const chosen = parseRunbook(DOCUMENT, { choices: [{ kind: "role", line: 5, as: "note" }] });
    expect(textsOf("1. Find the copy", chosen)).toEqual([]);
    const other = parseRunbook(DOCUMENT, { choices: [{ kind: "role", line: 21, as: "step" }] });
    expect(textsOf("4. Known limits", other)).toEqual(["Known limits"]);
  });
});

describe("a heading that calls for action, with nothing but commands below it", () => {
  const COMMANDS = "It takes a minute.\n\n```sh\nreaderctl stop --all\n```\n";
  const below = (title: string, source = COMMANDS) =>
    textsOf(title, parseRunbook(`# A\n\n## ${title}\n\n${source}\n## Z\n\n### Y\n`));

  it.each(["Enable the timer", "Rollback", "Enabling the timer", "How to enable the timer"])(
    "is one step: “%s”",
    (title) => expect(below(title)).toEqual([title]),
  );

  it("is none where the paragraphs are, where it announces something else, and without commands", () => {
    expect(below("Enable the timer", "Run this:\n\n    readerctl start --all\n")).toEqual(["Run this:"]);
    expect(below("Background")).toEqual([]);
    expect(below("The timer")).toEqual([]);
    expect(below("Enable the timer", "It takes a minute.\n")).toEqual([]);
  });

  it("is one in a document that lists its steps only where it is a way out", () => {
    const listed = (title: string) =>
      textsOf(
        title,
        parseRunbook(
          `# A\n\n## Steps\n\n1. Look\n\n## Mitigation\n\n### Turn it off\n\n${COMMANDS}\n## ${title}\n\n${COMMANDS}`,
        ),
      );
    expect(listed("Rollback")).toEqual(["Rollback"]);
    expect(listed("3. Recovery steps")).toEqual(["3. Recovery steps"]);
    expect(listed("Verification")).toEqual(["Verification"]);
    expect(listed("Perform rollback")).toEqual([]);
    expect(listed("Verify rollback")).toEqual([]);
    expect(listed("Enable the timer")).toEqual([]);
    const below = parseRunbook(
      `# A\n\n## Steps\n\n1. Look\n\n## Mitigation\n\n### Turn it off\n\n${COMMANDS}`,
    );
    expect(textsOf("Turn it off", below)).toEqual(["Turn it off"]);
  });

  it("is one where it is an option, whatever stands below it", () => {
    expect(below("Option A - More readers")).toEqual(["Option A - More readers"]);
    expect(below("Options")).toEqual([]);
  });
});
