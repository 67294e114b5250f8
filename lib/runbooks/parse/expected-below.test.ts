import { describe, expect, it } from "vitest";
import { steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

const FENCE = "```sh\nqueuectl depth --all\n```";
const read = (text: string) => {
  const runbook = parseRunbook(`# A\n\n## Check\n\n${text}\n`);
  expect(runbook.lines.accounted).toBe(runbook.lines.total);
  return steps(runbook, "Check");
};

describe("what is expected, in a paragraph below a command", () => {
  it.each([
    ["below a paragraph", `Run it in each zone:\n\n${FENCE}\n\nExpect: none above 20.`],
    ["beside a list", `1. Look\n\nRun it in each zone:\n\n${FENCE}\n\nExpect: none above 20.`],
    [
      "below the last of a list",
      `1. Look\n2. Run it\n\n   ${FENCE.replaceAll("\n", "\n   ")}\n\nExpect: none above 20.`,
    ],
    ["where the list is cut", `1. Run it:\n\n${FENCE}\n\n**Expected result:** none above 20.`],
  ])("is what the step expects: %s", (_, text) => {
    const step = read(text).at(-1);
    expect(step).toMatchObject({
      expect: { text: "none above 20." },
      commands: [{ text: "queuectl depth --all" }],
    });
    expect(step?.details.map(({ type }) => type)).toEqual(["code"]);
  });

  it("may have what to do otherwise on its next line", () => {
    const [step] = read(
      `Run it in each zone:\n\n${FENCE}\n\nExpect: none above 20.\nIf this fails: page the lead`,
    );
    expect(step).toMatchObject({ expect: { text: "none above 20." }, ifFails: { text: "page the lead" } });
  });

  it("is so below a heading that is a step", () => {
    const runbook = parseRunbook(`# A\n\n## Step 1: Check the depth\n\n${FENCE}\n\nExpect: none above 20.\n`);
    expect(steps(runbook, "Step 1: Check the depth")).toMatchObject([{ expect: { text: "none above 20." } }]);
  });

  it("is a note where no command stands above it, or where it leads into what is printed", () => {
    expect(read("1. Look\n\nSome words.\n\nExpect: none above 20.").map((step) => step.expect)).toEqual([
      null,
    ]);
    const [step] = read(`Run it in each zone:\n\n${FENCE}\n\nExpected output:\n\n\`\`\`text\n7\n\`\`\``);
    expect(step?.expect).toBeNull();
  });
});
