import { describe, expect, it } from "vitest";
import { section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

const DOCUMENT = `# The queue stands

## Mitigation

Take what fits best.

### Option A: restart the consumer

Use this if the queue grows and nothing was deployed.

1. Tell the channel.
2. Restart it:

   \`\`\`bash
   kubectl rollout restart deploy/consumer
   \`\`\`

It takes a minute.

### Option B: drop the message

Only if one message comes back again and again.

- Park it: \`queuectl park --head\`

### Option C

Call the vendor.

## Afterwards

1. Watch it for ten minutes.
`;

const runbook = parseRunbook(DOCUMENT);
const all = steps(runbook, "Mitigation");

describe("sections that are options", () => {
  it("are the ways of the section around them: one is enough", () => {
    const ways = all.filter(({ depth }) => depth === 0);
    expect(ways.map(({ text }) => text)).toEqual([
      "Option A: restart the consumer",
      "Option B: drop the message",
      "Option C",
    ]);
    expect(new Set(ways.map(({ choiceKey }) => choiceKey)).size).toBe(1);
    expect(ways[0]?.choiceKey).not.toBeNull();
    expect(section(runbook, "Mitigation").kind).toBe("options");
    expect(runbook.sections.map(({ title }) => title)).toEqual([
      "The queue stands",
      "Mitigation",
      "Afterwards",
    ]);
  });

  it("have their steps as parts, and say when they fit", () => {
    const [a, b, c] = all.filter(({ depth }) => depth === 0);
    const below = (key: string | undefined) => all.filter(({ parentKey }) => parentKey === key);
    expect(below(a?.key).map(({ text, depth }) => [text, depth])).toEqual([
      ["Tell the channel.", 1],
      ["Restart it:", 1],
    ]);
    expect(below(a?.key)[1]?.commands.map(({ text }) => text)).toEqual([
      "kubectl rollout restart deploy/consumer",
    ]);
    expect(below(a?.key)[1]?.details.at(-1)).toMatchObject({
      type: "paragraph",
      lines: { start: 18, end: 18 },
    });
    expect(a?.condition).toBe("if the queue grows and nothing was deployed");
    expect(b?.condition).toBe("if one message comes back again and again");
    expect(below(b?.key)).toHaveLength(1);
    expect([c?.condition, c?.details.length]).toEqual([null, 1]);
  });

  it("lose no line and keep their order", () => {
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
    expect(all.map(({ lines }) => lines.start)).toEqual(
      all.map(({ lines }) => lines.start).toSorted((x, y) => x - y),
    );
  });

  it("are sections where a person says so, where there is one, or where something stands before them", () => {
    const titles = (source: string, choices: Parameters<typeof parseRunbook>[1] = {}) =>
      parseRunbook(source, choices).sections.map(({ title }) => title);
    const chosen = titles(DOCUMENT, { choices: [{ kind: "role", line: 7, as: "sequence" }] });
    expect(chosen).toContain("Option A: restart the consumer");
    expect(titles("# A\n\n## B\n\n### Option A\n\n1. Do it.\n")).toContain("Option A");
    expect(
      titles("# A\n\n## B\n\n### First\n\n1. Look.\n\n### Option A\n\n1. X.\n\n### Option B\n\n1. Y.\n"),
    ).toContain("Option A");
    expect(titles("# A\n\n## Option list\n\n1. Look.\n\n## Options\n\n1. X.\n")).toContain("Options");
  });
});
