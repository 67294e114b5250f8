import { expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { factLines } from "./line-marks.rules";
import { noteWord } from "./note-word.rules";

const SOURCE = `# Queue backlog

## Escalation

| Issue | Whom to tell | After |
|---|---|---|
| Queue does not drain | Payments lead | 30 min |
| Data is lost | On-call | at once |

| Queue | Owner |
|---|---|
| jobs | Payments |

Ask before you call.
`;

it("the table that says whom to tell is the escalation matrix; others are tables", () => {
  const runbook = parseRunbook(SOURCE);
  const notes = runbook.sections.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === "note" ? [item.block] : [])),
  );
  expect(notes.map((block) => noteWord(block, factLines(runbook)))).toEqual([
    "Escalation matrix",
    "Table",
    "Note",
  ]);
  expect(runbook.escalation.map(({ issue, target, within }) => [issue, target, within])).toEqual([
    ["Queue does not drain", "Payments lead", "30 min"],
    ["Data is lost", "On-call", "at once"],
  ]);
});
