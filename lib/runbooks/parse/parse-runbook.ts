import { account } from "./accounting";
import { linesOf } from "./blocks";
import { branchFindings } from "./branch-offers";
import { lookUp, type ChoiceLookup } from "./choice-lookup";
import type { Choice } from "./choices";
import { readContacts } from "./contacts";
import { dropContents } from "./contents-list";
import { readDocument } from "./document";
import { findCadence } from "./cadence";
import { readEscalation } from "./escalation";
import { dangerFindings, documentFindings, finding, mojibakeFindings } from "./findings";
import { readDecisions, readFlowcharts } from "./flowchart";
import { readFrontMatter } from "./front-matter";
import { createKeys } from "./keys";
import { keepLines, literalRunbook } from "./literal";
import { takeMetadata } from "./metadata";
import { foldOptions } from "./option-sections";
import { outline } from "./outline";
import { addFlows } from "./walkable-flow";
import { readSections } from "./sections";
import { readSource, type SourceLines } from "./source";
import { readStepDecisions } from "./step-decisions";
import { findTitle } from "./title";
import { readTriggers } from "./triggers";
import type { Finding, NotImported, ParsedRunbook } from "./types";
import { PARSER_VERSION } from "./version";

export type ParseOptions = {
  /** Names a document that has no title of its own. */
  fileName?: string | null | undefined;
  /** What a person changed about the reading of exactly this source. */
  choices?: readonly Choice[] | undefined;
};

/**
 * Reads a Markdown document as a runbook: sections of steps, options, exit criteria and notes, with commands,
 * triggers, escalation, contacts and decisions. Every line that is not blank is in the result or named in
 * `notImported`; text is never altered. How Markdown is read: docs/runbooks.md.
 *
 * @param source the document; any text at all, it never throws, in time linear in its length
 * @returns a value that survives JSON; the same source always gives the same value, keys included
 */
export function parseRunbook(source: string, options: ParseOptions = {}): ParsedRunbook {
  const read = readSource(source);
  try {
    return parseLines(read, options.fileName ?? null, lookUp(options.choices ?? []));
  } catch {
    // A document that breaks the reader is still kept, line for line, and says so.
    return literalRunbook(read.lines);
  }
}

function parseLines(
  { lines, replaced }: SourceLines,
  fileName: string | null,
  choices: ChoiceLookup,
): ParsedRunbook {
  const document = readDocument(lines);
  const frontMatter = readFrontMatter(document.nodes[0]);
  const { drafts: listed, dropped } = dropContents(outline(document.nodes));
  const drafts = foldOptions(listed, choices);
  const title = findTitle(drafts, frontMatter?.title ?? null, fileName);
  const head = drafts[0];
  const taken = takeMetadata(head?.nodes ?? [], document.definitions);
  if (head) head.nodes = taken.rest;
  const metadata = [...(frontMatter?.metadata ?? []), ...taken.metadata];
  const keys = createKeys();
  const about = { keys, definitions: document.definitions, choices, lastLine: lines.length };
  const sections = readSections(drafts, title.draftIndex, about);
  if (document.cut !== null) keepLines(sections, lines, document.cut + 1, lines.length, keys);

  const notImported: NotImported[] = [
    ...(frontMatter ? [{ reason: "front_matter" as const, lines: frontMatter.lines }] : []),
    ...dropped.map((range) => ({ reason: "table_of_contents" as const, lines: range })),
    ...document.machineWritten.map((range) => ({ reason: "machine_written" as const, lines: range })),
  ];
  const headings = drafts.flatMap(({ heading }, i) =>
    heading ? [{ lines: linesOf(heading), key: sections[i]?.key ?? "" }] : [],
  );
  const facts = {
    sections,
    headings,
    titleLine: title.line,
    metadataLines: taken.lines,
    notImported,
    fences: document.fences,
  };
  let accounted = account(lines, facts);
  const leftover = accounted.leftover.map((line) =>
    finding("leftover-text", line, "This line fits nowhere. It is kept as text."),
  );
  for (const { line } of leftover) keepLines(sections, lines, line, line, keys);
  if (leftover.length > 0) accounted = account(lines, facts);

  const flowcharts = readFlowcharts(sections, choices);
  addFlows(sections, flowcharts, { keys, choices });
  const decisions = [
    ...flowcharts.flatMap((chart) => readDecisions(chart, { keys, choices })),
    ...sections.flatMap((section) => readStepDecisions(section, { keys, choices })),
  ].sort((a, b) => a.line - b.line);
  const cadence = findCadence(sections);
  return {
    parserVersion: PARSER_VERSION,
    title: title.text,
    titleLine: title.line,
    metadata,
    sections,
    triggers: readTriggers(sections, metadata, fileName),
    escalation: readEscalation(sections),
    contacts: readContacts(sections),
    flowcharts,
    decisions,
    cadenceMinutes: cadence?.minutes ?? null,
    cadenceLine: cadence?.line ?? null,
    lines: accounted.lines,
    notImported,
    lineUses: accounted.lineUses,
    findings: inOrder([
      ...replaced.map((line) =>
        finding("replaced-character", line, "A character that cannot be stored became “\uFFFD”."),
      ),
      ...mojibakeFindings(lines),
      ...document.findings,
      ...(frontMatter?.readable === false
        ? [finding("front-matter", 1, "The front matter cannot be read.")]
        : []),
      ...(title.isMade && sections.length > 0
        ? [finding("no-title", 1, `No title was found. It is called “${title.text}”.`, "notice")]
        : []),
      ...(accounted.lines.total === 0 ? [finding("empty", 1, "The document is empty.")] : []),
      ...documentFindings(sections, document.lists.map(linesOf)),
      ...dangerFindings(sections),
      ...branchFindings(decisions, sections, flowcharts),
      ...leftover,
      ...choices.unmet().map(unmetChoice),
    ]),
  };
}

function unmetChoice(line: number): Finding {
  return finding(
    "choice-unmet",
    line,
    "What was chosen for this line fits nothing there any more.",
    "notice",
  );
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.line - b.line);
}
