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
    expect(textsOf("Step 3")).toEqual(["Step 3"]);
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
