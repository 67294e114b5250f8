import { describe, expect, it } from "vitest";
import { parseRunbook } from "./parse-runbook";

const read = (heading: string, source: string) => parseRunbook(`# A\n\n## ${heading}\n\n${source}\n`);
const rowsOf = (heading: string, source: string) =>
  read(heading, source).escalation.map(({ issue, target, minutes }) => [issue, target, minutes]);

describe("an escalation that is written as a list", () => {
  it("names levels, targets and times", () => {
    const source =
      "- Tier 1: storage on-call, immediately\n- Tier 2: storage lead - Ada (within 30 minutes)\n- **Tier 3** – head of operations, after 1 hour\n";
    expect(rowsOf("Escalation", source)).toEqual([
      ["Tier 1", "storage on-call", null],
      ["Tier 2", "storage lead - Ada", 30],
      ["Tier 3", "head of operations", 60],
    ]);
  });

  it("may begin with the time, or with the case", () => {
    const source =
      "1. After 15 minutes: page the second on-call\n2. If it is not solved in 1 hour, escalate to Operations (tel. 4711). Stay on the call.\n";
    expect(rowsOf("4. Escalation path", source)).toEqual([
      ["After 15 minutes", "the second on-call", 15],
      ["it is not solved in 1 hour", "Operations (tel. 4711)", 60],
    ]);
    expect(
      rowsOf("Help", "Escalation:\n\n- L2: storage lead, after 30 min\n\nOther:\n\n- L3: none, after 1 h\n"),
    ).toEqual([["L2", "storage lead", 30]]);
  });

  it("may be sentences, and a table whose issue is the time", () => {
    expect(
      rowsOf(
        "Escalation",
        "If it is not solved in 10 min, page Ada.\nIf users notice, call Kim immediately.\n",
      ),
    ).toEqual([
      ["it is not solved in 10 min", "Ada", 10],
      ["users notice", "Kim", null],
    ]);
    const table = "| Time elapsed | Escalate to |\n|---|---|\n| 15 min | Ada |\n";
    expect(rowsOf("Escalation", table)).toEqual([["15 min", "Ada", 15]]);
    expect(rowsOf("History", table)).toEqual([]);
  });

  it.each([
    ["without any time", "Escalation", "- Tier 1: storage\n- Tier 2: lead\n"],
    ["that says when", "When to escalate", "- It takes more than 30 minutes\n- Data is lost\n"],
    ["under another heading", "Steps", "1. Tier 1: storage, within 30 minutes\n"],
  ])("is none %s", (_, heading, source) => expect(rowsOf(heading, source)).toEqual([]));
});

describe("contacts that are written as a list", () => {
  const contactsOf = (heading: string, source: string) =>
    read(heading, source).contacts.map(({ name, role, channels }) => [
      name,
      role,
      ...channels.map(({ kind, value }) => `${kind} ${value}`),
    ]);

  it("say who can be reached how", () => {
    const source =
      "- Primary: storage on-call, +44 20 7946 0000\n- **Cache team**: #cache, PagerDuty: cache-main\n- Ada Lee (ada@example.org, tel. 0123 4567)\n";
    expect(contactsOf("Escalation contacts", source)).toEqual([
      ["storage on-call", "Primary", "Phone +44 20 7946 0000"],
      ["Cache team", null, "Chat #cache", "Pager cache-main"],
      ["Ada Lee", null, "Email ada@example.org", "Phone 0123 4567"],
    ]);
  });

  it("are called by their name, not by what is to be done with them", () => {
    const source =
      "- Page the on-call of storage, #storage\n- Post in #outages, then wait\n- Release managers: #releases\n";
    expect(contactsOf("Escalation", source)).toEqual([
      ["the on-call of storage", null, "Chat #storage"],
      ["Release managers", null, "Chat #releases"],
    ]);
  });

  it.each([
    [
      "a sentence",
      "Contacts",
      "- There are more people in #storage\n- Ask us. Then write to a@example.org\n",
    ],
    ["a number of something else", "Contacts", "- Volume: 2026-01-02 10:20\n- Ticket 4711\n"],
    ["another section", "Steps", "1. Storage: #storage\n"],
  ])("are not %s", (_, heading, source) => expect(contactsOf(heading, source)).toEqual([]));
});
