import { describe, expect, it } from "vitest";
import { fold } from "@/lib/timeline/fold";
import { createNames } from "@/lib/timeline/describe/create-names";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { samples } from "@/lib/timeline/testing/samples";
import { people, things } from "@/lib/timeline/testing/things";
import { derive } from "./derive.rules";
import { summaryFileName, toMarkdown, type MarkdownInput } from "./markdown.rules";

const entries = [
  anEntry("incident.declared", {}, { seq: 1, minute: 0 }),
  anEntry("command.acknowledged", {}, { seq: 2, minute: 2 }),
  anEntry("incident.resolved", { from: "investigating" }, { seq: 3, minute: 50 }),
];
const state = fold(entries);
const names = createNames({
  ...{ me: null, timeZone: "UTC", state },
  people: [{ id: people.mara, name: "Mara Lindqvist" }],
  environments: [{ id: things.production, name: "production" }],
  services: [{ id: things.planner, name: "planner" }],
});
const parts = {
  impact: "38 tenants.",
  rootCause: "A renamed field.",
  remediation: "Undone.",
  wentWell: "The call.",
};

function aMarkdown(input: Partial<MarkdownInput> = {}, body: Partial<MarkdownInput["body"]> = {}): string {
  return toMarkdown({
    ...{
      incidentKey: "INC-42",
      state: "draft",
      version: 3,
      sha256: "b".repeat(64),
      signedOff: null,
      redacted: null,
    },
    body: { parts, derived: derive(entries, state, "c".repeat(64)), followUps: [], ...body },
    ...{ entries: new Map(entries.map((entry) => [entry.seq, entry])), names, timeZone: "UTC" },
    ...input,
  });
}

describe("a summary as Markdown", () => {
  it("says by how much an update was late, also within its minute, and who commanded when", () => {
    const derived = derive(entries, state, "c".repeat(64));
    const times = { postedAt: "2026-03-01T03:15:41.700Z", dueAt: "2026-03-01T03:15:00.000Z" };
    const commanded = [{ from: "2026-03-01T03:02:00.000Z", to: "2026-03-01T03:37:00.000Z", seq: 2 }];
    const markdown = aMarkdown(
      {},
      {
        derived: {
          ...derived,
          updates: [{ number: 1, seq: 9, outcome: "late", ...times }],
          participants: [{ personId: people.mara, role: "responder", commanded }],
        },
      },
    );
    expect(markdown).toContain("- Update 1 at 03:15, due 03:15, 41 s late (#9)");
    expect(markdown).toContain("- Mara Lindqvist, commander 03:02 to 03:37, then responder");
    expect(aMarkdown()).toContain("- Mara Lindqvist, commander from 03:02\n");
  });

  it("has the headings of the page, in their order", () => {
    const headings = aMarkdown()
      .match(/^## .+$/gm)
      ?.map((line) => line.slice(3));
    expect(headings).toEqual([
      ...["Key times", "Impact", "What happened", "Root cause", "Remediation", "What went well"],
      ...["Updates", "Exit criteria", "Steps skipped or failed", "Steps left open"],
      ...["Who took part", "Follow-ups"],
    ]);
  });

  it("names the entry of each line of the story", () => {
    const markdown = aMarkdown();
    expect(markdown.match(/\(#\d\)$/gm)).toEqual(["(#1)", "(#2)", "(#3)"]);
  });

  it("says what a posted update said, each part on a line, shortened", () => {
    const { current, progress, blockers } = anEntry("update.posted").data;
    const texts = {
      [current.textId]: "New orders go through.\n<old> ones wait.",
      [progress.textId]: "word ".repeat(100),
      [blockers.textId]: "",
    };
    const posted = anEntry("update.posted", { dueAt: null }, { seq: 4, texts });
    const all = [...entries, posted];
    const markdown = aMarkdown(
      { entries: new Map(all.map((entry) => [entry.seq, entry])) },
      { derived: derive(all, fold(all), "c".repeat(64)) },
    );
    expect(markdown).toContain(
      [
        "posted update 3 (#4)",
        "  - Current status: New orders go through. \\<old\\> ones wait.",
        "  - Mitigation progress: word word",
      ].join("\n"),
    );
    expect(markdown).toMatch(/word…\n/);
    expect(markdown).not.toContain("Blockers");
  });

  it("names the steps that nobody began by their checklist", () => {
    const all = [...entries, anEntry("checklist.started", {}, { seq: 4 })];
    const titled = createNames({
      ...{ me: null, timeZone: "UTC", people: [], state: fold(all) },
      stepTitle: () => "Restart the planner.",
      sectionTitle: () => "First five minutes:",
    });
    const markdown = aMarkdown({ names: titled }, { derived: derive(all, fold(all), "c".repeat(64)) });
    expect(markdown).toContain(
      "## Steps left open\n\n- First five minutes: Restart the planner, never begun (#4)\n\n",
    );
  });

  it("tells a skipped step with what stood in its gap then", () => {
    const fill = (seq: number, value: string) =>
      anEntry(
        "placeholder.filled",
        {},
        { seq, texts: { [samples["placeholder.filled"].value.textId]: value } },
      );
    const all = [
      ...[...entries, anEntry("checklist.started", {}, { seq: 4 }), fill(5, "night-7")],
      ...[anEntry("step.skipped", {}, { seq: 6 }), fill(7, "night-8")],
    ];
    const titled = createNames({
      ...{ me: null, timeZone: "UTC", people: [], state: fold(all) },
      stepTitle: () => "Show <run_id>.",
    });
    const markdown = aMarkdown({ names: titled }, { derived: derive(all, fold(all), "c".repeat(64)) });
    expect(markdown).toMatch(/^- Show night-7, skipped.* \(#6\)$/m);
  });

  it("says nothing of open steps in a version from before they were kept", () => {
    const { open: _, ...before } = derive(entries, state, "c".repeat(64));
    expect(aMarkdown({}, { derived: before })).not.toContain("Steps left open");
  });

  it("says what was not recorded", () => {
    expect(aMarkdown()).toContain("| Mitigated | not recorded | |");
  });

  it("says who signed it off, and otherwise that nobody did", () => {
    const signedOff = { personId: people.mara, at: "2026-03-05T09:00:00.000Z" };
    expect(aMarkdown({ state: "signed_off", signedOff })).toContain(
      "Signed off by Mara Lindqvist, 5 Mar 2026, 09:00 UTC.",
    );
    expect(aMarkdown({ state: "in_review" })).toContain("Not signed off (in review).");
  });

  it("signed off, says that its sign-off met the criteria that waited for it, and no others", () => {
    const open = { state: "open", byId: null, reason: null, seq: null } as const;
    const criteria = [
      { ...open, text: "The summary is signed off", gate: "closed" as const },
      { ...open, text: "The queue is empty", gate: "resolved" as const },
    ];
    const derived = { ...derive(entries, state, "c".repeat(64)), criteria };
    const signedOff = { personId: people.mara, at: "2026-03-05T09:00:00.000Z" };
    const signed = aMarkdown({ state: "signed_off", signedOff }, { derived });
    expect(signed).toContain("- The summary is signed off: met by Mara Lindqvist\n");
    expect(signed).toContain("- The queue is empty: open\n");
    expect(aMarkdown({}, { derived })).toContain("- The summary is signed off: open\n");
  });

  it("keeps HTML that somebody wrote as text", () => {
    const markdown = aMarkdown({}, { parts: { ...parts, impact: "<img src=x onerror=alert(1)>" } });
    expect(markdown).toContain("&lt;img src=x");
    expect(markdown).not.toContain("<img");
  });

  it("keeps a follow-up with marks of a table in its cell", () => {
    const followUp = { number: 1, title: "a | b *c*", kind: "prevent", ownerId: null, dueOn: null } as const;
    expect(aMarkdown({}, { followUps: [followUp] })).toContain(
      "| 1 | a \\| b \\*c\\* | prevent | nobody | not set |",
    );
  });

  it("says so where a part is not written", () => {
    expect(aMarkdown({}, { parts: { ...parts, wentWell: " " } })).toContain(
      "## What went well\n\nNot written yet.",
    );
  });

  it("ends with the text's hash and the timeline's head", () => {
    expect(aMarkdown()).toContain(`Version 3, SHA-256 \`${"b".repeat(64)}\`.`);
    expect(aMarkdown()).toContain(`Timeline head #3 \`${"c".repeat(64)}\`.`);
  });
});

describe("the name of the file", () => {
  it("is the incident's key and the day on which it began, or was declared", () => {
    const keyTimes = { ...derive(entries, state, "c".repeat(64)).keyTimes, startedAt: null };
    const declaredAt = "2025-11-15T00:10:00.000Z";
    expect(summaryFileName("INC-42", { keyTimes: { ...keyTimes, declaredAt } })).toBe(
      "INC-42-2025-11-15-incident.md",
    );
    const startedAt = "2025-11-14T23:50:00.000Z";
    expect(summaryFileName("INC-42", { keyTimes: { ...keyTimes, declaredAt, startedAt } })).toBe(
      "INC-42-2025-11-14-incident.md",
    );
  });
});
