import { minutesIn } from "./durations";
import { listedRows } from "./escalation-list";
import { inEnglish } from "./glossary";
import { plainText } from "./inline";
import type { Block, EscalationRow, ParsedSection } from "./types";
import { blocksOf } from "./walk-sections";

/** Rows of tables, and of lists below "Escalation", that say who must hear of an issue, and how soon. */
export function readEscalation(sections: readonly ParsedSection[]): EscalationRow[] {
  return sections.flatMap((section) => [
    ...blocksOf(section).flatMap((block) => (block.type === "table" ? rowsOf(block, section) : [])),
    ...listedRows(section),
  ]);
}

function rowsOf(
  table: Extract<Block, { type: "table" }>,
  { key: sectionKey, title: heading }: ParsedSection,
): EscalationRow[] {
  const headers = table.header.map((cell) => inEnglish(plainText(cell)));
  const issue = headers.findIndex((name) =>
    /\b(?:issue|problem|condition|incident|severity|sev|symptom|alert|scenario|type|level|priority)\b/i.test(
      name,
    ),
  );
  const target = headers.findIndex((name) =>
    /\b(?:escalate|owner|contacts?|whom?|team|to|notify|responsible|on-?call|role)\b/i.test(name),
  );
  const within = headers.findIndex((name) =>
    /\b(?:sla|time|within|after|response|deadline|when|how soon)\b/i.test(name),
  );
  // Below "Escalation" the time alone may be what it is about: after 30 minutes, this one.
  const about = issue < 0 && /\bescalat/i.test(inEnglish(heading)) ? within : issue;
  if (about < 0 || target < 0 || within < 0 || target === within || issue === target || issue === within)
    return [];
  const rows = table.rows.map(({ cells, line }) => {
    const cell = (index: number) => plainText(cells[index] ?? []);
    return {
      issue: cell(about),
      target: cell(target) || null,
      minutes: minutesIn(inEnglish(cell(within))),
      within: cell(within) || null,
      sectionKey,
      line,
    };
  });
  // Without a single span of time it is some other table.
  return rows.some((row) => row.minutes !== null) ? rows.filter((row) => row.issue !== "") : [];
}
