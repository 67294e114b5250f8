import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isUnchanged, newKeys, stepDifference, type StepChange } from "./difference.rules";
import { parseRunbook } from "./parse/parse-runbook";

const older = `# Orders are stuck

## First five minutes

1. Say in the channel that you look at it.
2. Show what is not ready: \`kubectl -n orders get pods\`
3. Ask the payment team whether they see failures.

## Repair

1. Restart the importer with care.
2. Clear the queue.

## Exit criteria

- The queue holds fewer than 50 orders.
`;

/** What changed, a line each. */
function differ(newer: string, from = older): string[] {
  return changes(newer, from)
    .filter((each) => !isUnchanged(each))
    .map(words);
}

function changes(newer: string, from = older): StepChange[] {
  return stepDifference(parseRunbook(from), parseRunbook(newer));
}

function words({ before, after, changed, moved }: StepChange): string {
  const text = (after ?? before)?.text ?? "";
  if (!before) return `added: ${text}`;
  if (!after) return `removed: ${text}`;
  return `${[...changed, ...(moved ? ["moved"] : [])].join(", ")}: ${text}`;
}

describe("two versions", () => {
  test("of the same text differ in nothing", () => {
    expect(differ(older)).toEqual([]);
    expect(changes(older)).toHaveLength(6);
  });

  test("show what was added, and what was removed where it stood", () => {
    const newer = older.replace(
      "2. Show what is not ready: `kubectl -n orders get pods`\n",
      "2. Call the on-call engineer.\n",
    );
    expect(differ(newer)).toEqual([
      "removed: Show what is not ready: kubectl -n orders get pods",
      "added: Call the on-call engineer.",
    ]);
  });

  test("show a step whose words changed as one that changed", () => {
    expect(
      differ(older.replace("Restart the importer with care", "Restart the importer with great care")),
    ).toEqual(["text: Restart the importer with great care."]);
  });

  test("show another command of a step with the same words around it", () => {
    const newer = older.replace("get pods", "get pods --all");
    expect(differ(newer)).toEqual([
      "text, commands: Show what is not ready: kubectl -n orders get pods --all",
    ]);
  });

  test("show what to expect, and notes below a step, as changes of that step", () => {
    const newer = older.replace("Clear the queue.\n", "Clear the queue.\n   - Expected: it is empty\n");
    expect(differ(newer)).toEqual(["expected result: Clear the queue."]);
  });

  test("tell a step that moved within its section; the others kept their place", () => {
    const newer = older.replace(/1\. (Say.*)\n2\. (Show.*)\n3\. (Ask.*)\n/, "1. $3\n2. $1\n3. $2\n");
    expect(differ(newer)).toEqual(["moved: Ask the payment team whether they see failures."]);
  });

  test("tell a step that moved into another section", () => {
    const newer = older
      .replace("3. Ask the payment team whether they see failures.\n", "")
      .replace(
        "2. Clear the queue.",
        "2. Clear the queue.\n3. Ask the payment team whether they see failures.",
      );
    expect(differ(newer)).toEqual(["moved: Ask the payment team whether they see failures."]);
  });

  test("of which one calls a section otherwise have the same steps", () => {
    expect(differ(older.replace("## Repair", "## Mitigation steps"))).toEqual([]);
  });

  test("of which one has a new step under a renamed section still find a changed one", () => {
    const newer = older
      .replace("## Repair", "## Repair it now")
      .replace("Restart the importer with care", "Restart the importer with great care");
    expect(differ(newer)).toEqual(["text: Restart the importer with great care."]);
  });

  test("show one exit criterion in place of another", () => {
    const newer = older.replace("The queue holds fewer than 50 orders", "The summary is reviewed");
    expect(differ(newer)).toEqual([
      "removed: The queue holds fewer than 50 orders.",
      "added: The summary is reviewed.",
    ]);
  });

  test("show the nodes of a walked chart", () => {
    const chart = (node: string) =>
      `# Chart\n\n## Way\n\n\`\`\`mermaid\nflowchart TD\n  A[show the job] --> B{is it late?}\n  B -- yes --> C[${node}]\n  B -- no --> D[wait]\n\`\`\`\n`;
    expect(differ(chart("raise the timeout twice"), chart("raise the timeout"))).toEqual([
      "text: raise the timeout twice",
    ]);
  });
});

test("the new keys lead from each step that is still there to itself", () => {
  const newer = older.replace("Restart the importer with care", "Restart the importer with great care");
  const [from, to] = [parseRunbook(older), parseRunbook(newer)];
  const keys = newKeys(stepDifference(from, to));
  const step = (parsed: typeof from) => parsed.sections.at(-2)?.items[0];
  const [before, after] = [step(from), step(to)];
  if (before?.type !== "step" || after?.type !== "step") throw new Error("no step");
  expect(before.key).not.toBe(after.key);
  expect(keys.get(before.key)).toBe(after.key);
  expect(keys.size).toBe(6);
});

test("every step of both versions is in the difference once, and what is undone is the reverse", () => {
  const sentences = [
    "Look at it",
    "Restart the planner",
    "Clear the queue",
    "Restart the queue",
    "Look at it",
  ];
  const document = fc
    .array(fc.array(fc.constantFrom(...sentences), { maxLength: 5 }), { maxLength: 4 })
    .map((sections) =>
      sections
        .map((steps, i) => `## Part ${i % 3}\n\n${steps.map((step, n) => `${n + 1}. ${step}\n`).join("")}`)
        .join("\n"),
    );
  fc.assert(
    fc.property(document, document, (a, b) => {
      const [from, to] = [parseRunbook(a), parseRunbook(b)];
      const found = stepDifference(from, to);
      const keysOf = ({ sections }: typeof from) =>
        sections.flatMap(({ items }) => items.flatMap((item) => (item.type === "step" ? [item.key] : [])));
      expect(found.flatMap(({ after }) => (after ? [after.key] : []))).toEqual(keysOf(to));
      expect(found.flatMap(({ before }) => (before ? [before.key] : [])).sort()).toEqual(keysOf(from).sort());
      expect(stepDifference(from, from).every(isUnchanged)).toBe(true);
    }),
  );
});
