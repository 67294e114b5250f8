import { describe, expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { checkedFile } from "./check-json";

const SOURCE = `# Queue is full

**Alert**: "Queue above 90 %"

## Recovery

- **Workers:**
  1. Run \`systemctl restart worker\`
     - Check the log
  2. Call \`GET /api/v1/health\`

Notes:
- a fact

\`\`\`sh
df -h
\`\`\`

## Ways

\`\`\`mermaid
flowchart TD
A{full?} -->|yes| B[drain]
A -->|no| C[wait]
\`\`\`

## Exit criteria

- the queue is short

## Who

| Issue | Owner | Within |
|---|---|---|
| full | Storage team | 1 hour |
`;

describe("a checked file", () => {
  const checked = checkedFile("ops/queue.md", parseRunbook(SOURCE));

  it("names its sections with their steps, parts, commands and notes", () => {
    expect(checked.sections.map(({ title, level, line, kind }) => [title, level, line, kind])).toEqual([
      ["Queue is full", 1, 1, "notes"],
      ["Recovery", 2, 5, "steps"],
      ["Ways", 2, 19, "flowchart"],
      ["Exit criteria", 2, 27, "exit criteria"],
      ["Who", 2, 31, "notes"],
    ]);
    const [restart, call] = checked.sections[1]?.steps ?? [];
    expect(restart).toMatchObject({
      ...{ text: "Run systemctl restart worker", line: 8, group: "Workers", http: [] },
      ...{ commands: ["systemctl restart worker"], substeps: [{ text: "Check the log", line: 9 }] },
    });
    expect(call).toMatchObject({ commands: [], http: ["GET /api/v1/health"], substeps: [] });
    expect(checked.sections[1]?.notes).toEqual(["Notes:", "a fact", "df -h"]);
    expect(checked.sections[1]?.commands).toEqual(["df -h"]);
  });

  it("has exit criteria as the steps of their section, with what they hold back", () => {
    expect(checked.sections[3]?.steps).toMatchObject([{ text: "the queue is short", gate: "resolved" }]);
  });

  it("has decisions, charts, tables, escalation and triggers", () => {
    expect(checked.decisions).toEqual([
      {
        question: "full?",
        line: 23,
        branches: [
          { label: "yes", target: "drain", loop: false },
          { label: "no", target: "wait", loop: false },
        ],
      },
    ]);
    expect(checked.flowcharts).toEqual([{ line: 21, nodes: 3, edges: 2 }]);
    expect(checked.tables).toEqual([{ line: 33, rows: 1 }]);
    expect(checked.escalation).toEqual([{ issue: "full", target: "Storage team", minutes: 60, line: 35 }]);
    expect(checked.triggers).toEqual(["Queue above 90 %"]);
    expect([checked.contacts, checked.cadenceMinutes]).toEqual([[], null]);
  });

  it("accounts for every line", () => {
    expect(checked.lines).toEqual({ total: 24, accounted: 24, notImported: 0 });
  });
});
