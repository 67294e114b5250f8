import { describe, expect, it } from "vitest";
import { section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

/** What Confluence, Notion, pandoc and MyST write in their own way. */
const read = (source: string) => parseRunbook(`# A\n\n## Steps\n\n${source}\n`);
const textsOf = (source: string) => steps(read(source), "Steps").map(({ text }) => text);

describe("Markdown of other tools", () => {
  it("numbers steps in paragraphs, with the number escaped or left out", () => {
    expect(textsOf("1\\. Open the page.\n\n2\\. Wait:\n\n    sleep 5\n")).toEqual([
      "1. Open the page.",
      "2. Wait:",
    ]);
    expect(textsOf("#.  Stop it:\n\n        readerctl stop --all\n\n#.  Start it\n")).toEqual([
      "#. Stop it:",
      "#. Start it",
    ]);
  });

  it("numbers with keycaps, and draws boxes", () => {
    expect(textsOf("1️⃣ Open the page.\n\n2️⃣ Wait\n\n☐ Tell us\n")).toHaveLength(3);
    expect(
      steps(parseRunbook("# A\n\n### 1️⃣ Check the page\n\nIt is slow.\n"), "1️⃣ Check the page"),
    ).toMatchObject([{ text: "Check the page" }]);
  });

  it("goes on with a list behind a number that became a paragraph", () => {
    const found = steps(read("1\\. Open the page.\n\n2. Look\n3. Wait\n"), "Steps");
    expect(found.map(({ text, depth }) => [text, depth])).toEqual([
      ["1. Open the page.", 0],
      ["Look", 0],
      ["Wait", 0],
    ]);
  });

  it("names languages in braces", () => {
    const runbook = read(
      "Run:\n\n```{bash}\nreaderctl list\n```\n\n```{mermaid}\nflowchart TD\nA{Up?} -->|yes| B\nA -->|no| C\n```\n",
    );
    expect(runbook.flowcharts).toHaveLength(1);
    expect(runbook.decisions).toMatchObject([{ question: "Up?" }]);
    expect(parseRunbook("# A\n\n## B\n\n```{.sh}\nreaderctl list\n```\n").sections[1]?.items).toMatchObject([
      { block: { lang: "sh", commands: [{ text: "readerctl list" }] } },
    ]);
  });

  it("gives headings anchors, which are not their words", () => {
    const runbook = parseRunbook(
      "# Renew it {#renew}\n\n## Look at it {#look .wide}\n\n## Use {name}\n\n## {#x}\n",
    );
    expect(runbook.title).toBe("Renew it");
    expect(runbook.sections.map(({ title }) => title)).toEqual([
      "Renew it",
      "Look at it",
      "Use {name}",
      "{#x}",
    ]);
  });

  it("puts what to run below a question of a list", () => {
    const source =
      "# A\n\n## Reasons\n\n- Is one key big?\n\n  ```sh\n  redis-cli --bigkeys\n  ```\n- Is the disk full?\n\n  ```sh\n  df -h\n  ```\n";
    expect(steps(parseRunbook(source), "Reasons").map(({ commands }) => commands.length)).toEqual([1, 1]);
  });

  it("asks below “How do I”, in a document that lists steps", () => {
    const source =
      "# A\n\n## Steps\n\n1. Look\n\n## How do I\n\n### Ban one\n\n```\nworker$ readerctl ban --all\nbanned\n```\n";
    expect(steps(parseRunbook(source), "Ban one").map(({ commands }) => commands[0]?.text)).toEqual([
      "readerctl ban --all",
    ]);
  });

  it("shows what a database is asked behind its prompt", () => {
    const [step] = steps(
      read(
        "1. Look:\n\n   ```\n   shop=# SELECT count(*) FROM locks;\n    count\n   -------\n        0\n   ```\n",
      ),
      "Steps",
    );
    expect(step?.commands.map(({ text }) => text)).toEqual(["SELECT count(*) FROM locks;"]);
  });
});

describe("one of two is enough", () => {
  const choices = (source: string) => steps(read(source), "Steps").map(({ choiceKey }) => choiceKey);

  it("where “or” joins them, not their neighbours", () => {
    const [first, second, third, fourth] = choices(
      "1. Look\n2. Restart it, or:\n3. fail it over\n4. Tell us\n",
    );
    expect([first, fourth]).toEqual([null, null]);
    expect(second).toBe(third);
    expect(second).not.toBeNull();
    expect(choices("1. Raise it\n2. or: evict keys\n3. Tell us\n").map((key) => key !== null)).toEqual([
      true,
      true,
      false,
    ]);
    expect(choices("1. Or-gates\n2. Orders\n").map((key) => key !== null)).toEqual([false, false]);
  });

  it("where “or:” stands between them", () => {
    const runbook = read("Either:\n\n- Restart it: `readerctl restart --all`\n\nor:\n\n- Fail it over\n");
    const [first, second] = steps(runbook, "Steps");
    expect(first?.choiceKey).toBe(second?.choiceKey);
    expect(first?.choiceKey).not.toBeNull();
    expect(section(runbook, "Steps").kind).toBe("options");
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
  });

  it("where numbers are several ways", () => {
    const source =
      "If it is out of step, you have several options to recover:\n\n1. Copy it\n2. Restore it\n";
    const [first, second] = choices(source);
    expect(first).toBe(second);
    expect(first).not.toBeNull();
    expect(choices("There are options for all of these:\n\n1. Copy it\n2. Restore it\n")).toEqual([
      null,
      null,
    ]);
  });

  it("not where several stand on a side", () => {
    expect(choices("1. Stop it\n2. Start it\n\nor\n\n1. Fail it over\n")).toEqual([null, null, null]);
  });

  it("where each case leads on with an arrow", () => {
    const runbook = read("1. Decide\n   - If it falls → wait\n   - If it grows → add readers\n");
    expect(runbook.decisions).toMatchObject([
      {
        question: "Decide",
        branches: [
          { label: "it falls", target: "wait" },
          { label: "it grows", target: "add readers" },
        ],
      },
    ]);
    expect(steps(runbook, "Steps").map(({ condition }) => condition)).toEqual([
      null,
      "If it falls",
      "If it grows",
    ]);
  });
});

it("“Otherwise:” leads into what stands below it, and says nothing alone", () => {
  const [first, ...parts] = steps(
    read("1. If it is full:\n   1. Stop it\n\n   Otherwise:\n   1. Go on\n"),
    "Steps",
  );
  expect(first?.ifFails).toBeNull();
  expect(parts.map(({ text }) => text)).toEqual(["Stop it", "Go on"]);
});

it("below “Alerts” and “When to use” each alert calls by its name", () => {
  const runbook = parseRunbook(
    "# A\n\n## 2.1. Alerts\n\n- `ShopErrorsHigh` - many fail\n\n## When to use\n\n- Alert `ShopQueueDeep` fires\n",
  );
  expect(runbook.triggers.map(({ kind, text }) => [kind, text])).toEqual([
    ["alert", "ShopErrorsHigh"],
    ["use_when", "Alert ShopQueueDeep fires"],
    ["alert", "ShopQueueDeep"],
  ]);
});

it("what must be so before one begins is a note, also where the heading calls for action", () => {
  const below = (items: string) => textsOf(`Before you begin:\n\n${items}`).length;
  expect(
    parseRunbook("# A\n\n## Recovery\n\nBefore you begin:\n\n- The copies are there\n- All are up\n")
      .sections[1]?.kind,
  ).toBe("notes");
  expect(below("1. Make a copy\n2. Tell us\n")).toBe(2);
});

it("requests stand in fences without a language, too", () => {
  const [step] = steps(
    read("1. Try again:\n\n   ```\n   POST /_cluster/reroute?retry=true\n   ```\n"),
    "Steps",
  );
  expect(step?.http).toMatchObject([{ method: "POST", target: "/_cluster/reroute?retry=true" }]);
  expect(step?.commands).toEqual([]);
});
