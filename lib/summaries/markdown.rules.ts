import { formatDate, formatDay, formatExact, formatTime } from "@/lib/kernel/clock-times";
import { formatLength } from "@/lib/kernel/durations";
import { bare } from "@/lib/kernel/sentences";
import { plainSentence, type Names } from "@/lib/timeline/describe";
import type { Entry } from "@/lib/timeline/events";
import { asSigned } from "./as-signed.rules";
import { KEY_TIMES } from "./key-times.rules";
import { howPunctual } from "./punctual.rules";
import type { Derived, SummaryBody } from "./schemas";
import { OPEN_WORDS, saidIn } from "./story.rules";
import { tookPartAs } from "./took-part.rules";

export interface MarkdownInput {
  incidentKey: string;
  state: "draft" | "in_review" | "returned" | "signed_off";
  version: number;
  sha256: string;
  body: SummaryBody;
  /** Who signed this version off, and when; null unless they did. */
  signedOff: { personId: string; at: string } | null;
  /** By whom words in this version were redacted, and the hash it had before. */
  redacted: { byId: string | null; at: string; before: string } | null;
  /** The entries that `body.derived` names. */
  entries: ReadonlyMap<number, Entry>;
  names: Names;
  /** Zone of every time in it. */
  timeZone: string;
}

/** A post-incident summary as Markdown: headings as on the page, every derived line with the entry it comes from. */
export function toMarkdown(input: MarkdownInput): string {
  const { body, names, timeZone } = input;
  const { derived, parts } = body;
  const sections = [
    `# ${escape(derived.title)}`,
    headLine(input),
    `## Key times\n\n${keyTimes(derived, timeZone)}`,
    `## Impact\n\n${written(parts.impact)}`,
    `## What happened\n\n${story(input)}`,
    `## Root cause\n\n${written(parts.rootCause)}`,
    `## Remediation\n\n${written(parts.remediation)}`,
    `## What went well\n\n${written(parts.wentWell)}`,
    `## Updates\n\n${updates(derived, timeZone)}`,
    `## Exit criteria\n\n${criteria(input)}`,
    `## Steps skipped or failed\n\n${steps(derived, names)}`,
    ...openSteps(derived, names),
    `## Who took part\n\n${participants(derived, names)}`,
    `## Follow-ups\n\n${followUps(body, names)}`,
    footer(input),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** What the file is called: `INC-42-2025-11-14-incident.md`, by the day (UTC) on which the incident began. */
export function summaryFileName(incidentKey: string, { keyTimes }: Pick<Derived, "keyTimes">): string {
  const day = (keyTimes.startedAt ?? keyTimes.declaredAt).slice(0, 10);
  return `${incidentKey}-${day}-incident.md`;
}

function headLine({ incidentKey, body: { derived }, names, timeZone }: MarkdownInput): string {
  const day = formatDate(Date.parse(derived.keyTimes.startedAt ?? derived.keyTimes.declaredAt), timeZone);
  const where = [
    names.environment(derived.environmentId),
    ...derived.serviceIds.map((id) => names.service(id)),
  ];
  const commander = derived.commanderId ? names.person(derived.commanderId) : "nobody";
  return `${incidentKey}, SEV${derived.severity}, ${day}, ${where.map(escape).join(", ")}. Commander ${escape(commander)}.`;
}

function keyTimes({ keyTimes: times, phases }: Derived, timeZone: string): string {
  const start = Date.parse(times.startedAt ?? times.declaredAt);
  const rows = KEY_TIMES.map(([label, name]) => {
    const at = times[name];
    if (!at) return `| ${label} | not recorded | |`;
    const after = Date.parse(at) - start;
    return `| ${label} | ${formatExact(Date.parse(at), timeZone)} | ${after > 0 ? `+${formatLength(after)}` : ""} |`;
  });
  const spent = phases.map(
    ({ status, from, to }) => `${status} ${formatLength(Date.parse(to) - Date.parse(from))}`,
  );
  return [
    `| | When | After the start |`,
    `| --- | --- | --- |`,
    ...rows,
    "",
    `Time spent: ${spent.join(", ")}.`,
  ].join("\n");
}

function story({ body, entries, names, timeZone }: MarkdownInput): string {
  const lines = body.derived.story.flatMap((seq) => {
    const entry = entries.get(seq);
    if (!entry) return [];
    const at = Date.parse(entry.occurredAt ?? entry.at);
    const sentence = escape(plainSentence(entry, names));
    return [
      `- ${formatDay(at, timeZone)}, ${formatTime(at, timeZone)}: ${sentence} (#${seq})`,
      ...saidIn(entry, names).map(({ label, text }) => `  - ${label}: ${escape(text)}`),
    ];
  });
  return lines.join("\n") || "Nothing is on the timeline.";
}

function updates({ updates: posted, punctuality }: Derived, timeZone: string): string {
  if (posted.length === 0) return "No update was posted.";
  const { onTime, late, missed } = punctuality;
  const lines = posted.map((update) => {
    const { number, seq, postedAt, dueAt } = update;
    const due = dueAt ? `, due ${formatTime(Date.parse(dueAt), timeZone)}` : "";
    const how = howPunctual(update);
    return `- Update ${number} at ${formatTime(Date.parse(postedAt), timeZone)}${due}${how ? `, ${how}` : ""} (#${seq})`;
  });
  return [`On time ${onTime}, late ${late}, missed ${missed}.`, "", ...lines].join("\n");
}

function criteria({ body, signedOff, names }: MarkdownInput): string {
  const { criteria: rows } = body.derived;
  if (rows.length === 0) return "There were none.";
  return rows
    .map((row) => asSigned(row, signedOff))
    .map(({ text, state, byId, reason, seq }) => {
      const by = byId && state !== "open" ? ` by ${escape(names.person(byId))}` : "";
      const why = reason ? `: ${escape(reason)}` : "";
      return `- ${escape(bare(text))}: ${state}${by}${why}${seq ? ` (#${seq})` : ""}`;
    })
    .join("\n");
}

function steps({ steps: rows }: Derived, names: Names): string {
  if (rows.length === 0) return "None.";
  return rows
    .map(({ itemId, state, reason, seq }) => {
      const why = reason ? `: ${escape(reason)}` : "";
      return `- ${escape(bare(names.asOf(seq).step(itemId)))}, ${state.replace("_", " ")}${why} (#${seq})`;
    })
    .join("\n");
}

/** A section of its own, where the version kept them. */
function openSteps({ open }: Derived, names: Names): string[] {
  if (!open) return [];
  const lines = open.map(({ checklistId, itemId, state, seq }) => {
    const step = `${bare(names.checklist(checklistId))}: ${bare(names.step(itemId))}`;
    return `- ${escape(step)}, ${OPEN_WORDS[state]} (#${seq})`;
  });
  return [`## Steps left open\n\n${lines.join("\n") || "None."}`];
}

function participants(derived: Derived, names: Names): string {
  if (derived.participants.length === 0) return "Nobody joined.";
  return derived.participants
    .map((row) => `- ${escape(names.person(row.personId))}, ${tookPartAs(row, derived, names)}`)
    .join("\n");
}

function followUps({ followUps: rows }: SummaryBody, names: Names): string {
  if (rows.length === 0) return "None.";
  const line = (row: SummaryBody["followUps"][number]) =>
    `| ${row.number} | ${cell(row.title)} | ${row.kind} | ${row.ownerId ? cell(names.person(row.ownerId)) : "nobody"} | ${row.dueOn ?? "not set"} |`;
  return ["| # | What | Kind | Owner | Due |", "| --- | --- | --- | --- | --- |", ...rows.map(line)].join(
    "\n",
  );
}

function footer({
  state,
  version,
  sha256,
  signedOff,
  redacted,
  body,
  names,
  timeZone,
}: MarkdownInput): string {
  const by = signedOff
    ? `Signed off by ${escape(names.person(signedOff.personId))}, ${formatExact(Date.parse(signedOff.at), timeZone)}.`
    : `Not signed off (${state.replace("_", " ")}).`;
  const since = redacted
    ? ` Words in it were redacted by ${escape(redacted.byId ? names.person(redacted.byId) : "the console")}, ${formatExact(Date.parse(redacted.at), timeZone)}; before, its SHA-256 was \`${redacted.before}\`.`
    : "";
  const { seq, head } = body.derived;
  return `---\n\nVersion ${version}, SHA-256 \`${sha256}\`. ${by}${since} Timeline head #${seq} \`${head}\`.`;
}

/** What people wrote is Markdown already; raw HTML in it stays text. */
function written(text: string): string {
  return text.trim() ? text.trim().replaceAll("<", "&lt;") : "Not written yet.";
}

/** One line of plain text, safe in Markdown. */
function escape(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`);
}

function cell(text: string): string {
  return escape(text);
}
