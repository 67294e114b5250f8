import { describe, expect, it } from "vitest";
import { steps, section } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";
import { tellsReader } from "./words";

const read = (heading: string, source: string) =>
  steps(parseRunbook(`# A\n\n## ${heading}\n\n${source}`), heading).map(({ text, commands }) => [
    text,
    commands.map((command) => command.text),
  ]);

describe("paragraphs of a section without a list of steps", () => {
  it("are steps where commands stand directly below what they tell to do", () => {
    const source =
      "The queue is kept by the broker.\n\nFirst, list the queues:\n\n```sh\nrabbitmqctl list_queues\n```\n\n```\nmails 900\n```\n\nIt may take a minute. Then stop the reader:\n\n    systemctl stop reader\n\nThat is all.\n";
    expect(read("The queue", source)).toEqual([
      ["First, list the queues:", ["rabbitmqctl list_queues"]],
      ["It may take a minute. Then stop the reader:", ["systemctl stop reader"]],
    ]);
    const { items } = section(parseRunbook(`# A\n\n## The queue\n\n${source}`), "The queue");
    expect(items.map(({ type }) => type)).toEqual(["note", "step", "step", "note"]);
  });

  it.each(["Mitigation", "Diagnosis", "Restart the reader"])("are steps below “%s”", (heading) => {
    const source =
      "Usually the disk is full.\n\nRestart the reader. It takes a minute.\n\nIf it hangs, kill it.\n\nSee the manual.\n";
    expect(read(heading, source).map(([text]) => text)).toEqual([
      "Restart the reader. It takes a minute.",
      "If it hangs, kill it.",
    ]);
  });

  it.each([
    ["the heading calls for nothing", "The queue", "Restart the reader.\n"],
    [
      "the heading tells of something else",
      "Prerequisites",
      "Install the client:\n\n```sh\nbrew install q\n```\n",
    ],
    ["there is a chart", "Mitigation", "Restart the reader.\n\n```mermaid\nflowchart TD\nA --> B\n```\n"],
    ["there are steps in a list", "Mitigation", "Restart the reader.\n\n1. One\n"],
    [
      "they lead into something",
      "Mitigation",
      "Look at these pages:\n\n- [The disk](a.md)\n- [The queue](b.md)\n",
    ],
    ["nothing tells what to do", "The queue", "It looks as follows at night.\n\n```sh\ndf -h\n```\n"],
    ["it is what one sees", "The queue", "You should see this:\n\n```sh\ndf -h\n```\n"],
  ])("are none where %s", (_, heading, source) => {
    expect(read(heading, source).map(([text]) => text)).toEqual(source.includes("1. One") ? ["One"] : []);
  });

  it("are all steps that begin with what to do, once commands stand below one of them", () => {
    const source = "List them:\n\n    df -h\n\nThen restart the reader.\n\nIt is done by now.\n";
    expect(read("Blocks that overlap", source)).toEqual([
      ["List them:", ["df -h"]],
      ["Then restart the reader.", []],
    ]);
  });

  it.each([
    "To list the volumes:",
    "You can see it with:",
    "You can list them as follows",
    "It is seen by running",
    "It may be that you need to look again:",
  ])("are steps where “%s” leads into commands", (words) => {
    expect(read("The queue", `${words}\n\n    df -h\n`)).toEqual([[words, ["df -h"]]]);
  });

  it("are none where a list holds the steps of the document, and nothing calls for action", () => {
    const source = (heading: string) =>
      `# A\n\n## Steps\n\n1. Look\n\n## ${heading}\n\nTo list them:\n\n    df -h\n`;
    expect(steps(parseRunbook(source("The queue")), "The queue")).toEqual([]);
    expect(steps(parseRunbook(source("List the queues")), "List the queues")).toHaveLength(1);
  });

  it("are those above commands, in their place, beside steps of a list", () => {
    const source =
      "It is slow:\n\n    uptime\n\n1. One\n\nThen list the disks:\n\n```sh\ndf -h\n```\n\nRestart it.\n";
    expect(read("The queue", source)).toEqual([
      ["One", []],
      ["Then list the disks:", ["df -h"]],
    ]);
    expect(read("The queue", "1. One\n\nOr list the disks:\n\n```sh\ndf -h\n```\n")).toEqual([["One", []]]);
    expect(read("Prerequisites", source).map(([text]) => text)).not.toContain("Then list the disks:");
  });

  it("are those that come to what to do, where a way out has none that begins with it", () => {
    const source = "The volume is small. Make it larger.\n\nIt takes a minute.\n";
    expect(read("Mitigation", source).map(([text]) => text)).toEqual([
      "The volume is small. Make it larger.",
    ]);
    expect(read("Triage", source)).toEqual([]);
    expect(read("Mitigation", `${source}\nRestart it.\n`).map(([text]) => text)).toEqual(["Restart it."]);
  });

  it("hold a command that is a paragraph by itself, and another one behind “or”", () => {
    const source = "Look at the disks:\n\n`df -h`\n\nor\n\n    du -sh /var\n\nIt is big.\n";
    expect(read("The queue", source)).toEqual([["Look at the disks:", ["df -h", "du -sh /var"]]]);
  });

  it("are steps below a heading that tells how to do something", () => {
    const source = "Open the page.\n\nIt is slow.\n";
    expect(read("How to restart the reader", source)).toEqual([["Open the page.", []]]);
    expect(read("Restarting the reader", source)).toEqual([["Open the page.", []]]);
  });

  it("stay what they are when a person makes something else a step", () => {
    const source = "# A\n\n## Sizes\n\n- Small\n- Large\n\n## The queue\n\nTo list them:\n\n    df -h\n";
    const runbook = parseRunbook(source, { choices: [{ kind: "role", line: 5, as: "step" }] });
    expect(steps(runbook, "Sizes").map(({ text }) => text)).toEqual(["Small"]);
    expect(steps(runbook, "The queue").map(({ text }) => text)).toEqual(["To list them:"]);
  });

  it("stay a note where a person said so", () => {
    const runbook = parseRunbook("# A\n\n## Mitigation\n\nRestart it.\n\nWait for it.\n", {
      choices: [{ kind: "role", line: 5, as: "note" }],
    });
    expect(steps(runbook, "Mitigation").map(({ text }) => text)).toEqual(["Wait for it."]);
    expect(runbook.findings).toEqual([]);
  });

  it("are steps wherever they call themselves so", () => {
    const source =
      "Step 1 - look at the page.\n\nStep 2: go on\n\n    df -h\n\n* * *\n\nStep by step it goes.\n";
    expect(read("The queue", source)).toEqual([
      ["Step 1 - look at the page.", []],
      ["Step 2: go on", ["df -h"]],
    ]);
  });
});

describe("what must hold before it is over", () => {
  it("may be said in paragraphs", () => {
    const { items } = section(
      parseRunbook("# A\n\n## Exit criteria\n\nThe queue is empty.\n\nThe summary is written.\n"),
      "Exit criteria",
    );
    expect(items).toMatchObject([
      { type: "criterion", text: "The queue is empty.", gate: "resolved" },
      { type: "criterion", text: "The summary is written.", gate: "closed" },
    ]);
  });

  it.each(["Close the incident when", "All of these hold", "How do we know it is fixed?"])(
    "may stand below “%s:”",
    (label) => {
      const runbook = parseRunbook(`# A\n\n## Exit criteria\n\n${label}:\n\n- The queue is empty\n`);
      const { items } = section(runbook, "Exit criteria");
      expect(items.at(-1)).toMatchObject({ type: "criterion", text: "The queue is empty" });
    },
  );

  it("does not stand below a label of something else", () => {
    const runbook = parseRunbook("# A\n\n## Exit criteria\n\nSteps:\n\n- Look at the queue\n");
    expect(steps(runbook, "Exit criteria")).toHaveLength(1);
  });
});

describe("a sentence tells its reader what to do:", () => {
  it.each([
    ["Restart the reader", true],
    ["Next, restart the reader", true],
    ["and restart it if it hangs:", true],
    ["To see why, open the log", true],
    ["Depending on the cause, restart the reader", true],
    ["At first just wait", true],
    ["If it hangs, you should restart it", true],
    ["You need to restart the reader", true],
    ["For each node, find the volume", true],
    ["If it hangs, the queue grows", false],
    ["When the reader stops", false],
    ["You should see a table", false],
    ["See the manual", false],
    ["For details, see the manual", false],
    ["For more information, read the manual", false],
    ["Query analysis is slow", false],
    ["Check whether it is slow", true],
    ["Verify replicas are there", true],
    ["The reader stops", false],
  ])("“%s” %s", (sentence, tells) => expect(tellsReader(sentence)).toBe(tells));
});
