import { describe, expect, it } from "vitest";
import { areJoinedByOr, areOptions, conditionOf } from "./conditions";
import { listRole, type ListFacts } from "./roles";
import { isInstruction } from "./words";

const aList = (texts: string[], more: Partial<ListFacts> = {}): ListFacts => ({
  ordered: false,
  tasks: false,
  items: texts.map((text) => ({ text, onlyLink: false, command: false, alone: true, statement: false })),
  lead: null,
  heading: "",
  ...more,
});

const ACTIONS = ["Restart the service", "Check the log"];
const FACTS = ["the disk is full", "high load"];

describe("a list", () => {
  it.each<[string, ListFacts, string]>([
    ["ordered items", aList(FACTS, { ordered: true }), "steps"],
    ["task boxes", aList(FACTS, { tasks: true, heading: "Symptoms" }), "steps"],
    ["bullets that tell what to do", aList(ACTIONS), "steps"],
    ["bullets that tell what is so", aList(FACTS), "notes"],
    ["bullets under an action heading", aList(FACTS, { heading: "Mitigation" }), "steps"],
    ["bullets under a note heading", aList(ACTIONS, { heading: "Prerequisites" }), "notes"],
    ["bullets under an action label", aList(FACTS, { lead: "Recovery:" }), "steps"],
    [
      "bullets under a note label",
      aList(ACTIONS, { lead: "Possible causes:", heading: "Recovery" }),
      "notes",
    ],
    ["what somebody else will do", aList(ACTIONS, { ordered: true, lead: "The service will:" }), "notes"],
    ["conditions for escalation", aList(ACTIONS, { lead: "Escalate to engineering if:" }), "notes"],
    [
      "advice on writing runbooks",
      aList(ACTIONS, { ordered: true, heading: "Creating new runbooks" }),
      "notes",
    ],
    [
      "what somebody has so many of",
      aList(['a "core" pool', 'a "user" pool'], { ordered: true, lead: "Production has two node pools:" }),
      "notes",
    ],
    [
      "what has ways out",
      aList(["the first", "the second"], { ordered: true, lead: "The queue has two ways out:" }),
      "steps",
    ],
    ["exit criteria", aList(FACTS, { heading: "Definition of resolved" }), "criteria"],
    ["criteria under a label", aList(FACTS, { lead: "Done when:" }), "criteria"],
  ])("of %s is read by its words", (_, list, role) => {
    expect(listRole(list)).toBe(role);
  });

  it("of links is a note", () => {
    const items = ACTIONS.map((text) => ({
      text,
      onlyLink: true,
      command: false,
      alone: true,
      statement: false,
    }));
    expect(listRole({ ...aList([]), items, ordered: true })).toBe("notes");
  });
});

describe("an instruction", () => {
  it.each([
    "Restart it",
    "Please check the log",
    "Do not touch it",
    "If it fails, call us",
    "Log in to the host",
  ])("is “%s”", (text) => {
    expect(isInstruction(text)).toBe(true);
  });

  it.each(["Alert conditions that trigger this", "Log files of the host", "The host restarts", "high load"])(
    "is not “%s”",
    (text) => {
      expect(isInstruction(text)).toBe(false);
    },
  );
});

describe("conditions", () => {
  it.each([
    ["Roll back if the tests fail.", "if the tests fail"],
    ["If it hangs, restart it.", "If it hangs"],
    ["Disable it when the provider says no", "when the provider says no"],
    ["Check if the disk is full", null],
    ["Confirm the depth (if enabled) or read the log", null],
    ["Write down when it began", null],
    ["Restart it", null],
  ])("%s", (text, condition) => {
    expect(conditionOf(text)).toBe(condition);
  });

  it("make options of bullets that each have one", () => {
    const items = ["Roll back if it fails", "Disable it when it hangs", "Call the team for large orders"].map(
      (text) => ({ text, title: null }),
    );
    expect(areOptions(items, "Mitigation")).toBe(true);
    expect(areOptions(items, "Etiquette")).toBe(false);
    expect(areOptions([...items, { text: "Restart it, if needed", title: null }], "Mitigation")).toBe(false);
    expect(
      areOptions(
        items.map((item) => ({ ...item, title: "Backlog" })),
        "Mitigation",
      ),
    ).toBe(false);
  });

  it("and “or” makes alternatives", () => {
    expect(areJoinedByOr(["fill it in, or", "run it again"])).toBe(true);
    expect(areJoinedByOr(["fill it in", "run it again"])).toBe(false);
  });
});
