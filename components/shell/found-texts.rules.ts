import type { FoundText } from "@/lib/room/found-texts.dto";
import type { PartName } from "@/lib/summaries/schemas";

/** By the first part of an entry's kind. */
const SUBJECTS: Record<string, string> = {
  note: "note",
  log: "log",
  entry: "correction",
  text: "redaction",
  update: "update",
  summary: "review of the summary",
  follow_up: "follow-up",
  checklist: "checklist",
  step: "step",
  timebox: "time box",
  decision: "decision",
  placeholder: "value of a gap",
  criterion: "exit criterion",
  command: "command",
  person: "people",
  runbook: "runbook",
};

const PARTS: Record<PartName, string> = {
  impact: "impact, in the summary",
  rootCause: "root cause, in the summary",
  remediation: "remediation, in the summary",
  wentWell: "what went well, in the summary",
};

/** What a text is, in a word or two. */
export function subjectOf(text: FoundText): string {
  if (text.in === "summary") return PARTS[text.part];
  if (text.kind === "incident.cancelled" || text.kind === "incident.status_changed") return "reason";
  return SUBJECTS[text.kind.split(".")[0] ?? ""] ?? "incident";
}

/** The very place where it stands. */
export function placeOf(text: FoundText): string {
  if (text.in === "summary") return `/reviews/${text.incidentKey}`;
  return `/incidents/${text.incidentKey}#entry-${text.seq}`;
}
