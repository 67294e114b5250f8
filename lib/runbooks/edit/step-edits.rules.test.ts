import { describe, expect, test } from "vitest";
import { parseRunbook } from "../parse/parse-runbook";
import { editableStep, editStep, readOutline, type StepEdit } from "./step-edits.rules";

const source = `# Orders are stuck

## First five minutes

1. Say in the channel
   that you look at it.
   - Expected: somebody answers
2. Show what is not ready:

   \`\`\`sh
   kubectl get pods
   \`\`\`

3. Ask the payment team.

## Repair

- Restart the importer.
  - Stop it first.
  - Start it again.
- Clear the queue.

Done then.
`;

/** The document after a change of the step that begins with these words. */
function after(words: string, edit: StepEdit, from = source): string | null {
  const parsed = parseRunbook(from);
  const steps = parsed.sections.flatMap(({ items }) => items.filter((item) => item.type === "step"));
  const step = steps.find(({ text }) => text.startsWith(words));
  if (!step) throw new Error(`No step begins with ${words}`);
  return editStep(readOutline(from, parsed), step.key, edit)?.source ?? null;
}

describe("moving", () => {
  test("takes all that hangs on the step along, and keeps the numbers in order", () => {
    expect(after("Show", { kind: "move", by: -1 })).toBe(
      source.replace(/1\. (Say[^]*?)2\. (Show[^]*?)\n3/, "1. $22. $1\n3"),
    );
  });

  test("takes parts along, and goes past one with parts", () => {
    const moved = after("Clear", { kind: "move", by: -1 });
    expect(moved).toBe(source.replace(/(- Restart[^]*again\.\n)(- Clear the queue\.\n)/, "$2$1"));
  });

  test("of a part stays among the parts", () => {
    expect(after("Start it", { kind: "move", by: -1 })).toBe(
      source.replace(/( {2}- Stop.*\n)( {2}- Start.*\n)/, "$2$1"),
    );
    expect(after("Start it", { kind: "move", by: 1 })).toBeNull();
  });

  test("keeps numbers that are all alike", () => {
    const alike = "## Repair\n\n1. One.\n1. Two.\n1. Three.\n";
    expect(after("Three", { kind: "move", by: -1 }, alike)).toBe(
      "## Repair\n\n1. One.\n1. Three.\n1. Two.\n",
    );
  });

  test("indents what hangs on a step whose number gets longer", () => {
    const long = `## Repair\n\n8. One.\n9. Two.\n   - Below two.\n10. Three.\n    - Below three.\n`;
    expect(after("Two", { kind: "move", by: 1 }, long)).toBe(
      `## Repair\n\n8. One.\n9. Three.\n   - Below three.\n10. Two.\n    - Below two.\n`,
    );
  });
});

describe("typing another text", () => {
  test("puts it on one line and leaves what stands below", () => {
    expect(after("Say", { kind: "retype", text: " Say it  in `#orders` " })).toBe(
      source.replace("Say in the channel\n   that you look at it.", "Say it in `#orders`"),
    );
  });

  test.each([
    "- a bullet",
    "1. a number",
    "# a heading",
    "> a quote",
    "```sh",
    "[ ] a box",
    "---",
    "<div> a tag",
  ])("that would begin something else stays a text: %s", (text) => {
    const parsed = parseRunbook(after("Ask", { kind: "retype", text }) ?? "");
    const steps = parsed.sections[1]?.items.filter((item) => item.type === "step") ?? [];
    expect(steps.map((step) => step.text).at(-1)).toBe(text);
    expect(steps).toHaveLength(3);
  });

  test("cannot be to nothing", () => {
    expect(after("Ask", { kind: "retype", text: "  " })).toBeNull();
  });
});

describe("boxes and numbers", () => {
  test("a box is put before the text, and taken away", () => {
    const boxed = after("Ask", { kind: "box", on: true });
    expect(boxed).toBe(source.replace("3. Ask", "3. [ ] Ask"));
    expect(after("Ask", { kind: "box", on: false }, boxed ?? "")).toBe(source);
  });

  test("bullets become numbers for the whole list, with what hangs on them", () => {
    expect(after("Restart", { kind: "list", as: "ordered" })).toBe(
      source
        .replace("- Restart", "1. Restart")
        .replace("  - Stop", "   - Stop")
        .replace("  - Start", "   - Start")
        .replace("- Clear", "2. Clear"),
    );
  });

  test("numbers become bullets", () => {
    expect(after("Say", { kind: "list", as: "bullet" })).toBe(
      source
        .replace(
          "1. Say in the channel\n   that you look at it.\n   - Exp",
          "- Say in the channel\n  that you look at it.\n  - Exp",
        )
        .replace("2. Show", "- Show")
        .replaceAll(/^ {3}(```|kube)/gm, "  $1")
        .replace("3. Ask", "- Ask"),
    );
  });
});

describe("adding and taking away", () => {
  test("a step goes below what hangs on the one above it; numbers go on", () => {
    expect(after("Say", { kind: "add", text: "Open a call." })).toBe(
      source.replace("2. Show", "2. Open a call.\n3. Show").replace("3. Ask", "4. Ask"),
    );
  });

  test("between items with blank lines a new one has them, too", () => {
    const loose = "## Repair\n\n- Look at it.\n\n- Restart it.\n";
    expect(after("Restart", { kind: "add", text: "Clear it." }, loose)).toBe(
      "## Repair\n\n- Look at it.\n\n- Restart it.\n\n- Clear it.\n",
    );
  });

  test("a step goes with all that hangs on it; numbers close up", () => {
    expect(after("Show", { kind: "delete" })).toBe(source.replace(/2\. Show[^]*?\n3\./, "2."));
  });

  test("the last step of a list leaves no two gaps behind", () => {
    const one = "## Repair\n\n1. One.\n\n## After\n\n1. Two.\n";
    expect(after("One", { kind: "delete" }, one)).toBe("## Repair\n\n## After\n\n1. Two.\n");
  });

  test("a document without a line end at its end stays so", () => {
    const open = "## Repair\n\n1. One.\n2. Two.";
    expect(after("Two", { kind: "move", by: -1 }, open)).toBe("## Repair\n\n1. Two.\n2. One.");
    expect(after("Two", { kind: "add", text: "Three." }, open)).toBe(
      "## Repair\n\n1. One.\n2. Two.\n3. Three.",
    );
    expect(after("Two", { kind: "delete" }, open)).toBe("## Repair\n\n1. One.");
  });
});

describe("what cannot be changed by lines", () => {
  test.each([
    [
      "a step in a shell fence",
      "## Repair\n\n```sh\n# 1. Drain the node\nkubectl drain n1\n# 2. Stop it\nhalt\n```\n",
      "Drain",
    ],
    [
      "a bold paragraph",
      "## Repair\n\n**1. Drain the node**\n\nSlowly.\n\n**2. Stop it**\n\nQuickly.\n",
      "Drain",
    ],
    ["an item in a quote", "## Repair\n\n> 1. Drain the node\n> 2. Stop it\n\n1. Look at it\n", "Look"],
  ])("%s is left to the Markdown", (name, document, words) => {
    const parsed = parseRunbook(document);
    const outline = readOutline(document, parsed);
    const steps = parsed.sections.flatMap(({ items }) => items.filter((item) => item.type === "step"));
    const step = steps.find(({ text }) => text.includes(words));
    expect(step).toBeDefined();
    const can = editableStep(outline, step?.key ?? "");
    if (name === "an item in a quote") expect(can).toMatchObject({ canMoveUp: false, canMoveDown: false });
    else expect(can).toBeNull();
  });

  test("a block without indentation between two steps stays where it is", () => {
    const document = "## Repair\n\n1. One:\n\n```sh\nkubectl get pods\n```\n\n2. Two.\n";
    const parsed = parseRunbook(document);
    const steps = parsed.sections[0]?.items.filter((item) => item.type === "step") ?? [];
    const outline = readOutline(document, parsed);
    expect(steps.map(({ key }) => editableStep(outline, key)?.canMoveDown ?? null)).toEqual([null, false]);
    expect(editableStep(outline, steps[1]?.key ?? "")?.canMoveUp).toBe(false);
  });
});

test("what can be done with a step is told", () => {
  const parsed = parseRunbook(source);
  const [step] = parsed.sections[1]?.items ?? [];
  if (step?.type !== "step") throw new Error("no step");
  expect(editableStep(readOutline(source, parsed), step.key)).toEqual({
    ...{ text: "Say in the channel that you look at it.", ordered: true, box: false },
    ...{ canMoveUp: false, canMoveDown: true, lines: 3 },
  });
});
