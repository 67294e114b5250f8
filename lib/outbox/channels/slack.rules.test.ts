import { describe, expect, it } from "vitest";
import { slackBody, slackCorrection, slackTest, type SlackUpdate } from "./slack.rules";
import type { SlackFacts } from "./slack-text.rules";

const facts: SlackFacts = {
  key: "INC-42",
  kind: "real",
  severity: 1,
  title: "Orders are stuck",
  commander: "Mara Lindqvist",
  nextDueAt: Date.UTC(2026, 2, 1, 3, 24),
  link: "https://quarterdeck.example.org/incidents/INC-42",
};
const update: SlackUpdate = {
  number: 4,
  status: "mitigating",
  final: false,
  current: "New orders go through.",
  progress: "Rolled back.",
  blockers: "None.",
};

describe("the body for Slack and Mattermost", () => {
  it("says what, how things stand, and when the next one comes", () => {
    expect(slackBody(update, facts)).toEqual({
      text: [
        "*SEV1 INC-42: Orders are stuck*",
        "Update 4, mitigating",
        "*Current status*",
        "New orders go through.",
        "*Mitigation progress*",
        "Rolled back.",
        "*Blockers*",
        "None.",
        "Next update by 03:24 UTC. Commander: Mara Lindqvist.",
        "https://quarterdeck.example.org/incidents/INC-42",
      ].join("\n"),
    });
  });

  it("leaves out what is empty, and promises nothing after the final one", () => {
    const final = { ...update, final: true, status: "resolved" as const, progress: "", blockers: " " };
    const { text } = slackBody(final, { ...facts, nextDueAt: null });
    expect(text).toContain("Final update, resolved");
    expect(text).not.toMatch(/Mitigation|Blockers|Next update/);
  });

  it("lets no markup and no call to everybody out of what people wrote", () => {
    const { text } = slackBody(
      { ...update, current: "<!channel> a < b && c, see <https://evil.example|this>, @here @all" },
      { ...facts, title: "<@U1> & co" },
    );
    expect(text).toContain("&lt;!channel&gt; a &lt; b &amp;&amp; c, see &lt;https://evil.example|this&gt;");
    expect(text).toContain("&lt;@U1&gt; &amp; co");
    expect(text).not.toMatch(/@here|@all/);
  });

  it("says that redacted words were redacted, that a drill is one, and what is corrected", () => {
    expect(slackBody({ ...update, current: null }, facts).text).toContain("*Current status*\n[redacted]");
    expect(slackBody(update, { ...facts, kind: "drill" }).text).toMatch(/^\*Drill, SEV1/);
    expect(slackCorrection(3, "It was 1,248.", facts).text).toContain(
      "*Correction to update 3*\nIt was 1,248.",
    );
    expect(slackTest("#ops", facts.link).text).toContain("“#ops”");
  });
});
