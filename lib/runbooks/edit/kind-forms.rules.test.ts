import { describe, expect, test } from "vitest";
import { parseRunbook } from "../parse/parse-runbook";
import { formsOf, saysOnly, type Kind } from "./kind-forms.rules";
import { readOutline } from "./outline.rules";

/** What is written to make the piece on a line another kind; null: Markdown cannot say it. */
function written(source: string, line: number, as: Kind): string | null {
  const parsed = parseRunbook(source);
  const form = formsOf(readOutline(source, parsed), line, as).find((one) =>
    saysOnly(parsed, parseRunbook(one.source), one.lines, { line, as }),
  );
  return form?.source ?? null;
}

const steps =
  "# A\n\n## Repair\n\n1. Look at it.\n2. Restart it,\n   slowly.\n   - Stop it first.\n3. Wait.\n";

describe("a step becomes a note", () => {
  test("that calls itself one, with all below it", () => {
    expect(written(steps, 6, "note")).toBe(steps.replace("2. Restart", "2. Note: Restart"));
  });

  test("without its box", () => {
    const boxed = "# A\n\n## Repair\n\n1. Look at it.\n2. [ ] Restart it.\n";
    expect(written(boxed, 6, "note")).toBe(boxed.replace("[ ] Restart", "Note: Restart"));
  });

  test.each([
    ["it holds a command", "# A\n\n## Repair\n\n1. Run `make clean` there.\n2. Wait.\n", 5],
    ["the bullets beside it would be notes, too", "# A\n\n## B\n\n- Look at it.\n- the disk\n", 5],
    ["it is no item of a list", "# A\n\n## B\n\n**1. Look at it**\n\nSlowly.\n\n**2. Wait**\n", 5],
  ])("beside the text where %s", (_, source, line) => {
    expect(written(source, line, "note")).toBeNull();
  });
});

describe("a note becomes a step", () => {
  test("that does not call itself a note any more", () => {
    const noted = steps.replace("2. Restart", "2. Note: Restart");
    expect(written(noted, 6, "step")).toBe(steps);
  });

  test("by a box, among steps", () => {
    const source = "# A\n\n## Repair\n\n- Look at it.\n- It blocks merges.\n- Wait.\n";
    expect(written(source, 6, "step")).toBe(source.replace("- It", "- [ ] It"));
  });

  test("beside the text among notes, which a box would make steps as well", () => {
    const source = "# A\n\n## Symptoms\n\n- the disk is full\n- the queue is long\n";
    expect(written(source, 5, "step")).toBeNull();
    const alone = "# A\n\n## Symptoms\n\n- the disk is full\n";
    expect(written(alone, 5, "step")).toBe(alone.replace("- the", "- [ ] the"));
  });
});

describe("a step with parts becomes a group", () => {
  const source = "# A\n\n## Repair\n\n- Check the network.\n  - Ping it.\n  - Trace it.\n- Wait.\n";

  test("by bold words with a colon", () => {
    expect(written(source, 5, "group")).toBe(source.replace("Check the network.", "**Check the network:**"));
  });

  test("and nothing without parts does", () => expect(written(source, 8, "group")).toBeNull());
});

describe("a list", () => {
  const source = "# A\n\n## Repair\n\n- Restart it,\n  slowly.\n  - Stop it first.\n- Move it.\n- Wait;\n";
  const either = source.replace("slowly.", "slowly, or").replace("Move it.", "Move it, or");

  test("becomes alternatives by “or”, which stands at the end of the text of each but the last", () => {
    for (const line of [5, 8, 9]) expect(written(source, line, "alternative")).toBe(either);
  });

  test("becomes a sequence without it", () => {
    expect(written(either, 8, "sequence")).toBe(
      source.replace("slowly.", "slowly").replace("Move it.", "Move it"),
    );
  });
});

test("an exit criterion has no form: it stands under a label of its own", () => {
  expect(written(steps, 5, "criterion")).toBeNull();
});
