import { formatTimeWithZone } from "@/lib/kernel/clock-times";
import { REDACTED } from "@/lib/kernel/redacted";
import type { IncidentStatus } from "@/lib/timeline/events/common";

/** What is told beside the words: as it was when the update was posted. */
export interface SlackFacts {
  key: string;
  kind: "real" | "drill";
  severity: number;
  title: string;
  commander: string | null;
  /** When the next update is due, epoch milliseconds; null: no other follows. */
  nextDueAt: number | null;
  /** The room's address. */
  link: string;
}

export interface SlackUpdate {
  number: number;
  status: IncidentStatus;
  final: boolean;
  /** Null: redacted. */
  current: string | null;
  progress: string | null;
  blockers: string | null;
}

export interface SlackBody {
  text: string;
}

/**
 * A status update as an incoming webhook of Slack or Mattermost takes it: one `text`, whose marks both read, and
 * links as plain addresses. Source: Slack, "Formatting text for app surfaces" (escape only & < >).
 */
export function slackBody(update: SlackUpdate, facts: SlackFacts): SlackBody {
  const name = update.final ? "Final update" : `Update ${update.number}`;
  const parts = [
    heading(facts),
    `${name}, ${update.status}`,
    part("Current status", update.current),
    part("Mitigation progress", update.progress),
    part("Blockers", update.blockers),
    last(facts),
  ];
  return { text: parts.filter(Boolean).join("\n") };
}

/** A correction of an update that was told before. */
export function slackCorrection(number: number, text: string | null, facts: SlackFacts): SlackBody {
  return { text: [heading(facts), part(`Correction to update ${number}`, text), last(facts)].join("\n") };
}

/** What the test of a webhook says. */
export function slackTest(name: string, link: string): SlackBody {
  return {
    text: `This is a test of the webhook “${escape(name)}”. Status updates will arrive here.\n${link}`,
  };
}

function heading({ kind, severity, key, title }: SlackFacts): string {
  return `*${kind === "drill" ? "Drill, " : ""}SEV${severity} ${key}: ${escape(title)}*`;
}

function part(label: string, words: string | null): string {
  if (words?.trim() === "") return "";
  return `*${label}*\n${words === null ? REDACTED : escape(words.trim())}`;
}

function last({ commander, nextDueAt, link }: SlackFacts): string {
  const next = nextDueAt === null ? "" : `Next update by ${formatTimeWithZone(nextDueAt, "UTC")}. `;
  const who = commander === null ? "" : `Commander: ${escape(commander)}.`;
  return [`${next}${who}`.trim(), link].filter(Boolean).join("\n");
}

/** Neither markup nor a call to everybody can come out of what a person or a runbook wrote. */
function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/@(?=(?:here|channel|everyone|all)\b)/gi, "@\u200B");
}
