import { describe, expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { nodeSteps } from "@/lib/runbooks/parse/node-steps.rules";
import type { ChecklistState, ItemState } from "@/lib/timeline/fold/state";
import { viewChecklist } from "./view.rules";

const { sections } = parseRunbook(`# Orders

## A lock conflict

Two options:

- wait for the other job
- stop it

\`\`\`mermaid
flowchart TD
  a[lock_conflict] --> b{other job stuck}
  b -->|yes| c[stop it]
  b -->|no| d[wait]
\`\`\`

## Make space

Two options:

- Scale: add nodes
- Delete: make space

## Bring it back

### Option A: restart

1. Stop it.
2. Start it.

### Option B: call the vendor
`);

/** A checklist of a section, in which the steps with these words are done. */
function walked(title: string, ...done: string[]) {
  const section = sections.find((one) => one.title === title)!;
  const listed = section.items.filter((item) => item.type === "step");
  const steps = [...listed, ...(section.flow ? nodeSteps(section.flow).slice(0, 2) : [])];
  const items = steps.map(({ key, parentKey, text, origin }, index) => ({
    ...{ id: `item-${index}`, stepKey: key, title: null, left: false, leftAt: null },
    parentId: parentKey === null ? null : `item-${steps.findIndex((one) => one.key === parentKey)}`,
    ...{ kind: text === "other job stuck" ? "decision" : "step", answer: null, needs: {} },
    state: done.includes(text) && origin !== "chart" ? "done" : "todo",
  })) as unknown as ItemState[];
  const list = { id: "list", title: null, items, runbookVersionId: "v1" } as unknown as ChecklistState;
  const words = {
    section: () => section,
    step: (_: string | null, stepKey: string | null) => steps.find(({ key }) => key === stepKey),
    written: null,
  };
  return viewChecklist(list, words, new Map());
}

describe("a section of alternatives", () => {
  it("is done once one of them is; the others are not to do any more", () => {
    const view = walked("Make space", "Scale: add nodes");
    expect(view).toMatchObject({ isOptions: true, ended: true, done: 1, skipped: 1, total: 2 });
    expect(view.steps.map(({ satisfied }) => satisfied)).toEqual([false, true]);
  });

  it("says which of them open steps of their own", () => {
    const { isOptions, steps } = walked("Bring it back");
    expect(isOptions).toBe(true);
    expect(steps.map(({ title, opens }) => [title, opens])).toEqual([
      ["Option A: restart", true],
      ["Stop it.", false],
      ["Start it.", false],
      ["Option B: call the vendor", false],
    ]);
  });

  it("is not done while its chart is still to be walked, and the chart is no alternative", () => {
    const view = walked("A lock conflict", "stop it");
    expect(view).toMatchObject({ isOptions: false, ended: false, done: 1, total: 4 });
    expect(view.steps.map(({ title, satisfied }) => [title, satisfied])).toEqual([
      ["wait for the other job", true],
      ["stop it", false],
      ["lock_conflict", false],
      ["other job stuck", false],
    ]);
  });

  it("has all of them to do while none is done", () => {
    expect(walked("Make space").steps.some(({ satisfied }) => satisfied)).toBe(false);
  });
});
