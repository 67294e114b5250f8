import { describe, expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import type { Choice } from "@/lib/runbooks/parse/choices";
import type { Answer } from "@/lib/timeline/events/common";
import type { ItemState } from "@/lib/timeline/fold/state";
import { calledWords, callsOf, waitsForAnswer, waitWords, type Asking } from "./calls.rules";
import { at, call, done, section, step } from "./testing/a-walk";

const SOURCE = `# R

## Decide

\`\`\`mermaid
flowchart TD
A{In sync?} -->|Yes| B[Roll back]
A -->|No| C[Fail over]
\`\`\`

## Roll back

1. One

## Fail over

### The old primary

1. Two
`;
const link = (targetId: string, sectionKey: string): Choice => ({
  ...{ kind: "link", decisionLine: 7, targetId, to: { runbookSlug: null, sectionKey } },
});
const plain = parseRunbook(SOURCE).sections;
const keyOf = (title: string, sections = plain) => sections.find((one) => one.title === title)?.key ?? "";
const linked = parseRunbook(SOURCE, {
  choices: [link("B", keyOf("Roll back")), link("C", keyOf("Fail over"))],
}).sections;
const nodeKey = (label: string) =>
  linked.flatMap(({ flow }) => flow?.nodes ?? []).find((node) => node.label === label)?.key ?? "";
const NO: Answer = { to: nodeKey("Fail over"), label: "No" };
const YES: Answer = { to: nodeKey("Roll back"), label: "Yes" };

const asked = (answer: Answer | null, minute: number | null, of: Partial<ItemState> = {}) =>
  ({
    ...{ id: `q${minute}`, kind: "decision", stepKey: nodeKey("In sync?"), left: false },
    ...{ answer, changedAt: minute === null ? null : at(minute), ...of },
  }) as ItemState;
const list = (title: string, items: ItemState[] = [], sections = linked): Asking => ({
  ...{ id: title, runbook: "r", sectionKey: keyOf(title, sections), items, sections },
});
const callsFor = (title: string, ...items: ItemState[]) =>
  callsOf(
    ["Decide", "Roll back", "The old primary"].map((name) => list(name, name === "Decide" ? items : [])),
    new Map(),
  ).get(title);

describe("a section to which an answer is linked", () => {
  it("hangs on that answer, with all that stands below it", () => {
    const of = { from: "Decide", question: "In sync?", chosen: false, instead: null, at: null };
    expect(callsFor("Roll back", asked(null, null))).toEqual([{ ...of, answer: "Yes" }]);
    expect(callsFor("The old primary", asked(null, null))).toEqual([{ ...of, answer: "No" }]);
    expect(callsFor("Decide", asked(null, null))).toBeUndefined();
  });

  it("hangs on it before the question has come up", () => {
    expect(callsFor("Roll back")).toMatchObject([{ answer: "Yes", chosen: false }]);
  });

  it("is called for by the answer, and another one is said", () => {
    expect(callsFor("The old primary", asked(NO, 1))).toMatchObject([{ chosen: true, at: at(1) }]);
    expect(callsFor("Roll back", asked(NO, 1))).toMatchObject([{ chosen: false, instead: "No" }]);
  });

  it("follows the last round that was answered", () => {
    expect(callsFor("Roll back", asked(YES, 1), asked(NO, 2))).toMatchObject([{ chosen: false, at: at(2) }]);
    expect(callsFor("Roll back", asked(YES, 1), asked(null, null))).toMatchObject([{ chosen: true }]);
  });

  it("is not called for by a question that is off the way, since when that was answered otherwise", () => {
    const before = asked(NO, 3, { stepKey: "earlier" });
    expect(callsFor("Roll back", before, asked(YES, 1, { left: true }))).toMatchObject([
      { chosen: false, instead: null, at: at(3) },
    ]);
  });

  it("waits for nothing without a link, in another runbook, and where the question is not walked", () => {
    const bare = [list("Decide", [], plain), list("Roll back", [], plain)];
    expect(callsOf(bare, new Map()).size).toBe(0);
    const elsewhere = { ...list("Roll back"), runbook: "other" };
    expect(callsOf([list("Decide"), elsewhere], new Map()).size).toBe(0);
    expect(callsOf([list("Roll back")], new Map()).size).toBe(0);
  });

  it("hangs on the earlier one when two lead to each other", () => {
    const chart = "```mermaid\nflowchart TD\nA{Ok?} -->|Yes| B[b]\nA -->|No| C[c]\n```\n";
    const source = `# R\n\n## One\n\n${chart}\n## Two\n\n${chart}`;
    const at = (title: string) => keyOf(title, parseRunbook(source).sections);
    const { sections } = parseRunbook(source, {
      choices: [
        { ...link("B", at("Two")), decisionLine: 7 } as Choice,
        { ...link("B", at("One")), decisionLine: 15 } as Choice,
      ],
    });
    expect(sections.flatMap(({ flow }) => flow?.edges.filter((edge) => edge.link) ?? [])).toHaveLength(2);
    const calls = callsOf([list("One", [], sections), list("Two", [], sections)], new Map());
    expect([...calls.keys()]).toEqual(["Two"]);
  });

  it("is found at once, also at the end of many that lead on by both of their answers", () => {
    const chart = "```mermaid\nflowchart TD\nA{Ok?} -->|Yes| B[b]\nA -->|No| C[c]\n```\n";
    const titles = Array.from({ length: 30 }, (_, n) => `Part ${n}`);
    const source = `# R\n\n${titles.map((title) => `## ${title}\n\n${chart}`).join("\n")}`;
    const parsed = parseRunbook(source).sections;
    const choices = titles.slice(1).flatMap((title, n) => {
      const key = keyOf(title, parsed);
      const decisionLine = 7 + n * 8;
      return ["B", "C"].map((targetId): Choice => ({ ...link(targetId, key), decisionLine }) as Choice);
    });
    const { sections } = parseRunbook(source, { choices });
    expect(sections.flatMap(({ flow }) => flow?.edges.filter((edge) => edge.link) ?? [])).toHaveLength(58);
    const lists = titles.map((title) => list(title, [], sections));
    expect(callsOf(lists, new Map()).get("Part 29")).toHaveLength(2);
  });
});

describe("whether it waits", () => {
  const waits = (steps: ReturnType<typeof step>[], ...calls: ReturnType<typeof call>[]) =>
    waitsForAnswer(section("a", steps, { calls }));

  it("it does until one of the answers to it is given", () => {
    expect(waits([step("one")])).toBe(false);
    expect(waits([step("one")], call("q"), call("p"))).toBe(true);
    expect(waits([step("one")], call("q"), call("p", { chosen: true }))).toBe(false);
  });

  it("it does not once somebody has begun it by hand, unless it was answered otherwise since", () => {
    expect(waits([done("one", "ben", 2)], call("q"))).toBe(false);
    expect(waits([done("one", "ben", 2)], call("q", { instead: "yes", at: at(1) }))).toBe(false);
    expect(waits([done("one", "ben", 2)], call("q", { instead: "yes", at: at(3) }))).toBe(true);
    expect(waits([done("one", "ben", 2, { state: "skipped" })], call("q"))).toBe(true);
  });

  it("it says for what", () => {
    const words = (...calls: ReturnType<typeof call>[]) => waitWords(section("a", [step("one")], { calls }));
    expect(words(call("q"))).toBe("Waits for “in sync?”: no.");
    expect(words(call("q", { instead: "yes" }), call("p", { question: "slow?", answer: "yes" }))).toBe(
      "Waits for “in sync?”: no (answered: yes), or “slow?”: yes.",
    );
    expect(words(call("q", { chosen: true }))).toBeNull();
    expect(calledWords({ calls: [call("q"), call("p", { chosen: true })] })).toBe("After “in sync?”: no.");
    expect(calledWords({ calls: [call("q")] })).toBeNull();
  });
});
