import { expect, test } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { stepsOf } from "@/lib/runbooks/parse/read";
import type { ItemState, TimeBoxState } from "@/lib/timeline/fold/state";
import { changesSection, criteriaToOffer, tracesOf, viewSwitch } from "./switch-view.rules";

const older = parseRunbook(`# Orders

## First look

1. Look at the queue.
2. Restart the workers of the queue.
3. Run \`kubectl get pods\`.
4. Tell support.
5. Call the vendor.
`).sections;

const newer = parseRunbook(`# Orders

## First look

1. Look at the queue.
2. Restart all workers of the queue.
3. Run \`kubectl get pods\`.
   \`\`\`sh
   kubectl describe pod orders-0
   \`\`\`
4. Pause the importer.

## Afterwards

1. Tell support.

## Exit criteria

- Nobody waits.
- The queue is empty.
`).sections;

const section = older.find(({ title }) => title === "First look")!;

function items(...begun: string[]): ItemState[] {
  return stepsOf(section).map(
    ({ key, text }, index) =>
      ({
        ...{
          id: `item-${index}`,
          kind: "step",
          stepKey: key,
          round: 1,
          answer: null,
          left: false,
          leftAt: null,
        },
        ...{ state: begun.includes(text) ? "done" : "todo", assigneeId: null, changedAt: null },
        ...{ remarks: [], secondActs: [], checks: [] },
      }) as unknown as ItemState,
  );
}

test("each step is told once: new, reworded, changed, gone, or as it was", () => {
  const list = { sectionKey: section.key, items: items("Call the vendor."), timeBoxes: [] };
  const view = viewSwitch(list, older, newer)!;
  expect(view.added.map(({ text }) => text)).toEqual(["Pause the importer."]);
  expect(view.reworded.map(({ text, to }) => [text, to.text])).toEqual([
    ["Restart the workers of the queue.", "Restart all workers of the queue."],
  ]);
  expect(view.changed).toMatchObject([{ text: "Run kubectl get pods.", parts: ["commands", "notes"] }]);
  expect(view.removed).toMatchObject([
    { text: "Call the vendor.", begun: [{ state: "done" }], nowUnder: null },
    { text: "Tell support.", begun: [], nowUnder: "Afterwards" },
  ]);
  expect(view.unchanged).toBe(1);
});

test("a step at which only a check or a timer ran is told as begun, with what was done there", () => {
  const [support, vendor] = ["Tell support.", "Call the vendor."].map((words) =>
    items().find(({ stepKey }) => stepKey === stepsOf(section).find(({ text }) => text === words)!.key),
  ) as [ItemState, ItemState];
  const checked = { ...support, checks: [{ kind: "query" }] } as ItemState;
  const timeBoxes = [{ itemId: vendor.id }] as TimeBoxState[];
  const list = { sectionKey: section.key, items: [checked, vendor], timeBoxes };
  const { removed } = viewSwitch(list, older, newer)!;
  expect(removed.map(({ text, begun }) => [text, begun.map((item) => tracesOf(item, timeBoxes))])).toEqual([
    ["Call the vendor.", [["a timer ran"]]],
    ["Tell support.", [["a check ran"]]],
  ]);
  const remarks = [{ kind: "evidence" }, { kind: "comment" }, { kind: "comment" }];
  const much = { ...checked, remarks, secondActs: [{ did: "done" }] } as ItemState;
  expect(tracesOf(much, [])).toEqual(["somebody acted second", "a check ran", "evidence", "comments"]);
});

test("a section that the newer version does not have is told as that", () => {
  const other = parseRunbook("# Orders\n\n## Another\n\n1. Wait for the vendor.\n").sections;
  expect(viewSwitch({ sectionKey: section.key, items: items(), timeBoxes: [] }, older, other)).toBeNull();
});

test("only exit criteria that the incident does not have are offered", () => {
  const known = [{ text: { value: "the queue is empty" } }, { text: { value: null } }];
  expect(criteriaToOffer(newer, known).map(({ text }) => text)).toEqual(["Nobody waits."]);
});

test("a version is news only for sections that changed in it, unless it brings exit criteria", () => {
  const read = (text: string) => parseRunbook(text).sections;
  const chart = (way: string) =>
    `\n## Way\n\n\`\`\`mermaid\nflowchart TD\n  a{Up?} -->|yes| b[Wait]\n  a -->|no| c[Restart]\n  c --> ${way}\n\`\`\`\n`;
  const text = `# Orders\n\n## Look\n\n1. Look at the queue.\n\n## Call\n\n1. Call the vendor.\n${chart("b")}`;
  const before = read(text);
  const news = (title: string, after: string) => {
    const { key } = before.find((one) => one.title === title)!;
    const list = { sectionKey: key, items: [], timeBoxes: [] };
    return changesSection(list, { older: before, newer: read(after), criteria: [] });
  };
  const called = text.replace("Call the vendor.", "Call the vendor and the bank.");
  expect([news("Look", called), news("Call", called), news("Way", called)]).toEqual([false, true, false]);
  expect(news("Way", text.replace(chart("b"), chart("a")))).toBe(true);
  expect(news("Look", `${text}\n## Exit criteria\n\n- Nobody waits.\n`)).toBe(true);
  expect(news("Call", text.replace("## Call\n\n1. Call the vendor.\n", ""))).toBe(true);
});
