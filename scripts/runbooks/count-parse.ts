import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { textOf } from "@/lib/runbooks/source";
import type { Finding } from "@/lib/runbooks/parse/types";

/** What an import makes of a document, in numbers. */
export interface Counts {
  title: string;
  sections: number;
  steps: number;
  commands: number;
  findings: Finding[];
}

/** Reads a document as an import would, without saving anything. */
export function countParse(bytes: Uint8Array<ArrayBuffer>, fileName: string): Counts {
  const { title, sections, findings } = parseRunbook(textOf(bytes), { fileName });
  const steps = sections.flatMap(({ items }) => items.filter((item) => item.type === "step"));
  return {
    ...{ title, findings },
    sections: sections.length,
    steps: steps.length,
    commands: steps.reduce((sum, step) => sum + step.commands.length, 0),
  };
}
