import { expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { lineMarks } from "./line-marks.rules";

const SOURCE = `---
owner: ops
---
# Orders

## Symptoms

- the queue is long
  - for an hour

## Flow

\`\`\`mermaid
flowchart TD
A[look]-->B{fine}
B-- yes -->C[done]
B-- no -->D[repair]
D-->A
\`\`\`

## Recovery

- wait, or
- restart it

## Exit criteria

- The queue is short.
`;

it("each line says what it became, and knows its piece", () => {
  const lines = SOURCE.split("\n");
  const marks = lineMarks(parseRunbook(SOURCE), lines, true);
  const words = marks.flatMap(({ word, tone }, index) => (word ? [`${index + 1} ${tone}: ${word}`] : []));
  expect(words).toEqual([
    ...[
      "2 note: owner, if known",
      "4 heading: title",
      "6 heading: section",
      "8 note: trigger",
      "9 note: note",
    ],
    ...[
      "11 heading: section",
      "13 plain: chart",
      "15 decision: decision",
      "16 decision: yes",
      "17 decision: no",
    ],
    ...["18 decision: loop", "21 heading: section", "23 step: one of 2", "24 step: one of 2"],
    ...["26 heading: section", "28 step: exit criterion"],
  ]);
  expect(marks[8]?.piece).toEqual({ start: 9, end: 9 });
  expect(marks[14]?.piece).toEqual({ start: 15, end: 15 });
  expect(marks[4]).toEqual({ tone: "plain", word: null, piece: null });
});

it("a chart that is only shown says so", () => {
  const source = "# A\n\n1. Walk\n\n```mermaid\nflowchart TD\nA-->B\n```\n";
  expect(lineMarks(parseRunbook(source), source.split("\n"))[4]?.word).toBe("chart, only shown");
});
