import { ending, escapeSlack, heading, part, type SlackBody, type SlackFacts } from "./slack-text.rules";

/** What happened to an incident besides an update; names as they are shown, null: nobody. */
export type SlackNews =
  | { what: "declared"; by: string | null; asked: string | null }
  | { what: "severity"; from: number; to: number }
  | { what: "acknowledged"; who: string }
  | { what: "handed_over"; from: string; to: string }
  | { what: "taken"; from: string | null; to: string }
  | { what: "moved"; from: string; to: string }
  | { what: "cancelled" | "merged" | "closed" | "reopened" };

/**
 * News of an incident as an incoming webhook of Slack or Mattermost takes it.
 * @param reason what the person gave as reason; null: redacted; undefined: none was given
 */
export function slackNews(news: SlackNews, reason: string | null | undefined, facts: SlackFacts): SlackBody {
  const why = reason === undefined ? "" : part("Reason", reason);
  return {
    text: [heading(facts), escapeSlack(sentence(news)), why, ending(facts)].filter(Boolean).join("\n"),
  };
}

function sentence(news: SlackNews): string {
  switch (news.what) {
    case "declared": {
      const asked =
        news.asked === null ? "Nobody has command yet." : `${news.asked} is asked to take command.`;
      return `Declared${news.by === null ? "" : ` by ${news.by}`}. ${asked}`;
    }
    case "severity":
      return `Severity changed from SEV${news.from} to SEV${news.to}.`;
    case "acknowledged":
      return `${news.who} has command: investigating.`;
    case "handed_over":
      return `${news.from} handed command over to ${news.to}.`;
    case "taken":
      return `${news.to} took command${news.from === null ? "" : ` from ${news.from}`}.`;
    case "moved":
      return `Now ${news.to}, was ${news.from}.`;
    case "cancelled":
      return "Cancelled.";
    case "merged":
      return "Cancelled: merged into another incident.";
    case "closed":
      return "Closed.";
    case "reopened":
      return "Opened again: investigating.";
  }
}
