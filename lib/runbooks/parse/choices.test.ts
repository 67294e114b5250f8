import { describe, expect, it } from "vitest";
import { choicesSchema, type Choice, type RoleChoice } from "./choices";
import { parsed, sourceOf } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

const DOCUMENT = `# A

Facts:
- the disk is full
- the queue is long
  - for an hour
- the cache is cold

Look at it:

\`\`\`sh
df -h
\`\`\`

## Mitigation

- Restart the service
- Drain the queue

- **Network:**
  - Check the proxy
  - Check the resolver

## Chart

1. Walk

\`\`\`mermaid
flowchart TD
A[one] --> B[two]
\`\`\`
`;

const role = (line: number, as: RoleChoice["as"]): Choice => ({ kind: "role", line, as });
const read = (...choices: Choice[]) => parseRunbook(DOCUMENT, { choices });
const shape = (sectionIndex: number, ...choices: Choice[]) =>
  read(...choices).sections[sectionIndex]?.items.map((item) =>
    item.type === "note"
      ? `note ${item.block.lines.start}`
      : `${item.type} ${item.type === "group" ? item.label : item.text}`,
  );

describe("a choice", () => {
  it("makes one item of a list of notes a step, and leaves the others notes, in order", () => {
    expect(shape(0, role(5, "step"))).toEqual([
      ...["note 3", "note 4", "step the queue is long", "step for an hour", "note 7"],
      ...["note 9", "note 11"],
    ]);
  });

  it("makes an item below a note a step", () => {
    expect(shape(0, role(6, "step"))?.slice(0, 5)).toEqual([
      ...["note 3", "note 4", "note 5", "step for an hour", "note 7"],
    ]);
  });

  it("makes a paragraph a step with the code below it, a criterion, or the name of a group", () => {
    const [step] = read(role(9, "step")).sections[0]?.items.slice(-1) ?? [];
    expect(step).toMatchObject({ type: "step", commands: [{ text: "df -h" }], lines: { start: 9, end: 13 } });
    expect(shape(0, role(9, "criterion"))?.slice(-2)).toEqual(["criterion Look at it:", "note 11"]);
    expect(shape(0, role(3, "group"))?.slice(0, 3)).toEqual([
      ...["group Facts", "step the disk is full", "step the queue is long"],
    ]);
  });

  it("makes code a step", () => {
    expect(shape(0, role(11, "step"))?.at(-1)).toBe("step df -h");
  });

  it("makes a step a note or a criterion", () => {
    expect(shape(1, role(17, "note"))?.slice(0, 2)).toEqual(["note 17", "step Drain the queue"]);
    expect(shape(1, role(17, "criterion"))?.[0]).toBe("criterion Restart the service");
  });

  it("makes a group a step with parts, or only a note above its steps", () => {
    expect(read(role(20, "step")).sections[1]?.items[2]).toMatchObject({ type: "step", text: "Network:" });
    expect(shape(1, role(20, "note"))?.slice(2)).toEqual([
      ...["note 20", "step Check the proxy", "step Check the resolver"],
    ]);
  });

  it("about a heading speaks for the lists below it", () => {
    expect(shape(1, role(15, "criterion"))?.slice(0, 2)).toEqual([
      ...["criterion Restart the service", "criterion Drain the queue"],
    ]);
  });

  it("makes the items of a list alternatives, or a sequence", () => {
    const keys = (...choices: Choice[]) =>
      read(...choices).sections[1]?.items.flatMap((item) => (item.type === "step" ? item.choiceKey : []));
    expect(keys()?.every((key) => key === null)).toBe(true);
    expect(new Set(keys(role(17, "alternative"))?.slice(0, 2)).size).toBe(1);
    const either = parseRunbook("# A\n\n- wait, or\n- restart\n", { choices: [role(3, "sequence")] });
    expect(either.sections[0]?.items).toMatchObject([{ choiceKey: null }, { choiceKey: null }]);
  });

  it("walks a straight chart, or hides a chart", () => {
    expect(read().sections[2]?.flow).toBeNull();
    expect(read(role(28, "step")).sections[2]?.flow?.nodes).toHaveLength(2);
    expect(read({ kind: "hideChart", line: 28 }).flowcharts).toEqual([]);
  });

  it("links a branch to a section", () => {
    const to = { runbookSlug: null, sectionKey: "sec_1" };
    const choices: Choice[] = [{ kind: "link", decisionLine: 8, targetId: "F", to }];
    const runbook = parseRunbook(sourceOf("flows.md"), { choices });
    expect(runbook.decisions[0]?.branches.map(({ link }) => link)).toEqual([null, to]);
    expect(runbook.sections[1]?.flow?.edges.filter(({ link }) => link)).toMatchObject([
      { to: "F", link: to },
    ]);
  });

  it("that fits nothing is said, and changes nothing", () => {
    const { findings, ...rest } = read(role(2, "step"), { kind: "hideChart", line: 999 });
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ["choice-unmet", 2],
      ["choice-unmet", 999],
    ]);
    const { findings: _, ...before } = read();
    expect(rest).toEqual(before);
  });

  it("loses no line, whatever is chosen", () => {
    const kinds = ["step", "note", "group", "criterion", "alternative", "sequence"] as const;
    for (const as of kinds)
      for (let line = 1; line < 33; line++) {
        const { lines, findings } = read(role(line, as));
        expect(lines.accounted).toBe(lines.total);
        expect(findings.map(({ code }) => code)).not.toContain("leftover-text");
      }
  });
});

describe("choices", () => {
  it("are kept as JSON of a known shape", () => {
    expect(choicesSchema.safeParse([role(3, "step"), { kind: "hideChart", line: 4 }]).success).toBe(true);
    const nowhere = {
      kind: "link",
      decisionLine: 1,
      targetId: "B",
      to: { runbookSlug: null, sectionKey: null },
    };
    expect(choicesSchema.safeParse([nowhere]).success).toBe(false);
    expect(choicesSchema.safeParse([{ kind: "role", line: 0, as: "step" }]).success).toBe(false);
  });

  it("leave a document alone when there are none", () => {
    expect(parseRunbook(sourceOf("flows.md"), { fileName: "flows.md", choices: [] })).toEqual(
      parsed("flows.md"),
    );
  });
});
