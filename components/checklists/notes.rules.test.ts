import { expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { notesOf } from "./notes.rules";

const CHART =
  "```mermaid\nflowchart TD\nA{Is it one host?} -->|yes| B[Log in]\nA -->|no| C[Look further]\n```";

it("the notes of a section are its words, not the source of the chart that is walked", () => {
  const { sections } = parseRunbook(`# A\n\n## Diagnosis\n\nAsk the on-call first.\n\n${CHART}\n`);
  const [section] = sections.filter(({ flow }) => flow !== null);
  expect(section?.items).toHaveLength(2);
  expect(section && notesOf(section)).toMatchObject({
    before: [{ type: "paragraph", inlines: [{ text: "Ask the on-call first." }] }],
    after: [],
  });
});

it("what stands above all steps is to be read first", () => {
  const { sections } = parseRunbook(
    "# A\n\n## Purge\n\nIt loses orders.\n\n1. Stop it.\n2. Purge it.\n\n## B\n",
  );
  const section = sections.find(({ title }) => title === "Purge");
  expect(section && notesOf(section)).toMatchObject({ before: [{ lines: { start: 5, end: 5 } }], after: [] });
});
