import { describe, expect, it } from "vitest";
import { parseRunbook } from "./parse-runbook";

const STEPS = "## Triage\n\n1. Look at the queue\n2. Tell the lead\n";
const found = (text: string) =>
  parseRunbook(`# A\n\n${text}\n`).findings.map(({ code, line }) => [code, line]);

describe("a section with commands that nobody is led through", () => {
  it.each([
    ["in a table", "| pods | `kubectl get pods` |\n|---|---|\n| nodes | `kubectl get nodes` |"],
    ["in a sentence", "The pods are those of `kubectl get pods`."],
  ])("is said where other sections have steps: %s", (_, text) => {
    expect(found(`${STEPS}\n## Database\n\n${text}`)).toEqual([["section-notes-only", 10]]);
  });

  it("is said once, with the place of each", () => {
    const code = "They are those of `kubectl get pods`.";
    const { findings } = parseRunbook(`# A\n\n${STEPS}\n## Pods\n\n${code}\n\n## Nodes\n\n${code}\n`);
    expect(findings.map(({ code: of, line }) => [of, line])).toEqual([["section-notes-only", 10]]);
    expect(findings[0]?.message).toMatch(/: “Pods” \(line 10\), “Nodes” \(line 14\)\./);
  });

  it("is not said of code, of what is there to look up, nor of each section where nothing is a step", () => {
    const code = "These are they: `kubectl get pods`";
    expect(found(`${STEPS}\n## Pods\n\n\`\`\`sh\nkubectl get pods\n\`\`\``)).toEqual([]);
    for (const title of ["Useful commands", "Background", "References"])
      expect(found(`${STEPS}\n## ${title}\n\n${code}`)).toEqual([]);
    expect(found(`## Pods\n\n${code}`)).toEqual([["notes-only", 5]]);
  });
});

describe("ways of which one is taken, in the text of one step", () => {
  it.each([
    ["If it hangs, go to section 2. If it is slow, go to section 3. Otherwise call the lead."],
    ["If it hangs, see section 2. Else restart it."],
    ["If it hangs → section 2; if it is slow → section 3"],
  ])("are said: %s", (text) =>
    expect(found(`## Triage\n\n1. ${text}\n2. Look`)).toEqual([["ways-in-text", 5]]),
  );

  it.each([
    ["If it hangs, restart it. If it still hangs, page the lead."],
    ["Look at it. If it hangs, go to section 2."],
    ["If it hangs, go to section 2."],
  ])("are not: %s", (text) => expect(found(`## Triage\n\n1. ${text}\n2. Look`)).toEqual([]));
});
