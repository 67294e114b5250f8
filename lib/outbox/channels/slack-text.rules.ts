import { formatTimeWithZone } from "@/lib/kernel/clock-times";
import { REDACTED } from "@/lib/kernel/redacted";

/** What is told beside the words: the severity and the next due time as they were when it was decided. */
export interface SlackFacts {
  key: string;
  kind: "real" | "drill";
  severity: number;
  title: string;
  commander: string | null;
  /** When the next update is due, epoch milliseconds; null: it is not told. */
  nextDueAt: number | null;
  /** The room's address. */
  link: string;
}

export interface SlackBody {
  text: string;
}

/** The first line: what is broken, and how badly. */
export function heading({ kind, severity, key, title }: SlackFacts): string {
  return `*${kind === "drill" ? "Drill, " : ""}SEV${severity} ${key}: ${escapeSlack(title)}*`;
}

/** A labelled part in a person's words; null: redacted; nothing for nothing. */
export function part(label: string, words: string | null): string {
  if (words?.trim() === "") return "";
  return `*${label}*\n${words === null ? REDACTED : escapeSlack(words.trim())}`;
}

/** The last lines: when the next update comes, who commands, and where the room is. */
export function ending({ commander, nextDueAt, link }: SlackFacts): string {
  const next = nextDueAt === null ? "" : `Next update by ${formatTimeWithZone(nextDueAt, "UTC")}. `;
  const who = commander === null ? "" : `Commander: ${escapeSlack(commander)}.`;
  return [`${next}${who}`.trim(), link].filter(Boolean).join("\n");
}

/** Neither markup nor a call to everybody can come out of what a person or a runbook wrote. */
export function escapeSlack(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/@(?=(?:here|channel|everyone|all)\b)/gi, "@\u200B");
}
