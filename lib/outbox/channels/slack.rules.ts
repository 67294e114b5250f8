import type { IncidentStatus } from "@/lib/timeline/events/common";
import { ending, escapeSlack, heading, part, type SlackBody, type SlackFacts } from "./slack-text.rules";

export interface SlackUpdate {
  number: number;
  status: IncidentStatus;
  final: boolean;
  /** Null: redacted. */
  current: string | null;
  progress: string | null;
  blockers: string | null;
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
    ending(facts),
  ];
  return { text: parts.filter(Boolean).join("\n") };
}

/** A correction of an update that was told before. */
export function slackCorrection(number: number, text: string | null, facts: SlackFacts): SlackBody {
  return { text: [heading(facts), part(`Correction to update ${number}`, text), ending(facts)].join("\n") };
}

/** What the test of a webhook says. */
export function slackTest(name: string, link: string): SlackBody {
  return {
    text: `This is a test of the webhook “${escapeSlack(name)}”. What is told of incidents will arrive here.\n${link}`,
  };
}
