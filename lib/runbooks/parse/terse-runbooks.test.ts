import { describe, expect, it } from "vitest";
import { section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

const read = (text: string, heading = "Check") => {
  const runbook = parseRunbook(`# A\n\n## ${heading}\n\n${text}\n`);
  expect(runbook.lines.accounted).toBe(runbook.lines.total);
  return { all: steps(runbook, heading), items: section(runbook, heading).items };
};

describe("lines behind a prompt, without a fence", () => {
  it("are code: each a command, nothing of it read as Markdown", () => {
    const { all } = read("$ dig +short a.example.org\n$ ls *.zone *.old", "Step 1: Look");
    expect(all).toMatchObject([
      {
        text: "Look",
        commands: [
          { text: "dig +short a.example.org", lines: { start: 5, end: 5 } },
          { text: "ls *.zone *.old", lines: { start: 6, end: 6 } },
        ],
      },
    ]);
  });

  it("are words where some line is none, or is no command", () => {
    for (const text of ["$ dig +short a.example.org\nshows it.", "$ 5 a month"])
      expect(read(text).items).toMatchObject([{ type: "note", block: { type: "paragraph" } }]);
  });
});

describe("a numbered item that is nothing but code", () => {
  it("is a command, whatever its program", () => {
    const { all } = read("1. `rndc reload`\n2. Look\n3. `ttl = 300`\n4. `reload`");
    expect(all.map(({ commands }) => commands.map(({ text }) => text))).toEqual([
      ["rndc reload"],
      [],
      [],
      [],
    ]);
  });
});

describe("a paragraph that calls itself the exit", () => {
  it.each([
    "EXIT: all probes are green",
    "**Exit criterion:** all probes are green",
    "Done when: all probes are green",
  ])("must hold before the end: %s", (text) => {
    const { items } = read(`1. Look\n2. Wait\n\n${text}`);
    expect(items.at(-1)).toMatchObject({ type: "criterion", text: "all probes are green", gate: "resolved" });
  });

  it("leaves the rest of its section as it is", () => {
    const found = read(
      "Restart it:\n\n```sh\nsudo systemctl restart zone\n```\n\nEXIT: all probes are green",
      "Step 2: Restart",
    );
    expect(found.items.map(({ type }) => type)).toEqual(["step", "criterion"]);
  });
});
