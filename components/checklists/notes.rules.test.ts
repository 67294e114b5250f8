import { expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { notesOf } from "./notes.rules";

const CHART =
  "```mermaid\nflowchart TD\nA{Is it one host?} -->|yes| B[Log in]\nA -->|no| C[Look further]\n```";

it("the notes of a section are its words, not the source of the chart that is walked", () => {
  const { sections } = parseRunbook(`# A\n\n## Diagnosis\n\nAsk the on-call first.\n\n${CHART}\n`);
  const [section] = sections.filter(({ flow }) => flow !== null);
  expect(section?.items).toHaveLength(2);
  expect(section && notesOf(section)).toMatchObject([
    { type: "paragraph", inlines: [{ text: "Ask the on-call first." }] },
  ]);
});
