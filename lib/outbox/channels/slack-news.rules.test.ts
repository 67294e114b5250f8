import { describe, expect, it } from "vitest";
import { slackNews } from "./slack-news.rules";
import type { SlackFacts } from "./slack-text.rules";

const facts: SlackFacts = {
  ...({ key: "INC-42", kind: "real", severity: 1, title: "Orders are stuck" } as const),
  ...{ commander: null, nextDueAt: Date.UTC(2026, 2, 1, 3, 24) },
  link: "https://quarterdeck.example.org/incidents/INC-42",
};
const later = { ...facts, commander: "Mara Lindqvist", nextDueAt: null };

describe("news of an incident in a chat", () => {
  it("says who declared, who is asked, when the first update comes, and where the room is", () => {
    const news = { what: "declared", by: "Sam Duarte", asked: null } as const;
    expect(slackNews(news, undefined, facts).text.split("\n")).toEqual([
      "*SEV1 INC-42: Orders are stuck*",
      "Declared by Sam Duarte. Nobody has command yet.",
      "Next update by 03:24 UTC.",
      "https://quarterdeck.example.org/incidents/INC-42",
    ]);
  });

  it.each([
    [{ what: "severity", from: 3, to: 1 } as const, "Severity changed from SEV3 to SEV1."],
    [{ what: "acknowledged", who: "Mara Lindqvist" } as const, "Mara Lindqvist has command: investigating."],
    [{ what: "handed_over", from: "Sam", to: "Mara" } as const, "Sam handed command over to Mara."],
    [{ what: "taken", from: "Sam", to: "Mara" } as const, "Mara took command from Sam."],
    [{ what: "taken", from: null, to: "Mara" } as const, "Mara took command."],
    [{ what: "moved", from: "mitigating", to: "monitoring" } as const, "Now monitoring, was mitigating."],
    [{ what: "merged" } as const, "Cancelled: merged into another incident."],
    [{ what: "reopened" } as const, "Opened again: investigating."],
  ])("tells %j in a sentence", (news, words) => {
    expect(slackNews(news, undefined, later).text.split("\n")[1]).toBe(words);
  });

  it("gives the reason, unless it was redacted, and escapes what people wrote", () => {
    const news = { what: "cancelled" } as const;
    expect(slackNews(news, "False <alarm> @here", later).text).toContain(
      "*Reason*\nFalse &lt;alarm&gt; @\u200Bhere",
    );
    expect(slackNews(news, null, later).text).toContain("[redacted]");
    const taken = { what: "taken", from: null, to: "<!channel>" } as const;
    expect(slackNews(taken, undefined, later).text).toContain("&lt;!channel&gt; took command.");
  });
});
