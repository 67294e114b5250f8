import { describe, expect, it } from "vitest";
import { readFenceCommands } from "./fence-commands";
import { section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";
import { isFact, isInstruction } from "./words";

/** What reading more runbooks beside their result, of shapes that others write, showed to be wrong. */
const read = (source: string, heading = "Steps") => parseRunbook(`# A\n\n## ${heading}\n\n${source}\n`);
const stepsOf = (source: string) => steps(read(source), "Steps");
const textsOf = (source: string) => stepsOf(source).map(({ text }) => text);
const runs = (source: string) => stepsOf(source).map(({ commands }) => commands.map(({ text }) => text));
const inFence = (text: string, lang: string | null = null) =>
  readFenceCommands(text, lang, 1).commands.map((command) => command.text);

describe("a numbered paragraph", () => {
  it("may have its number alone in bold, by which it is not called", () => {
    expect(stepsOf("**Step 1:** Stop it.\n\n**Step 2** - Start it.\n\n**3.** Tell us.\n")).toMatchObject([
      { text: "Step 1: Stop it.", title: null },
      { text: "Step 2 - Start it.", title: null },
      { text: "3. Tell us.", title: null },
    ]);
    expect(textsOf("**2026** was a good year.\n")).toEqual([]);
  });
});

describe("lines with drawn boxes", () => {
  it("are a step each, where all of a paragraph have one", () => {
    expect(textsOf("☐ Restart it  \n☐ Tell \\#search\n☐ Watch\n")).toEqual([
      "☐ Restart it",
      "☐ Tell #search",
      "☐ Watch",
    ]);
    expect(textsOf("☐ Restart it\nand wait\n")).toEqual(["☐ Restart it and wait"]);
  });

  it("or a number of another tool, the last with the code below it", () => {
    const [first, second] = stepsOf("#. Connect: `ssh lb-1`\n#. Drain it:\n\n```sh\ndf -h\n```\n\nDone.\n");
    expect(first).toMatchObject({ text: "#. Connect: ssh lb-1", commands: [{ text: "ssh lb-1" }] });
    expect(second).toMatchObject({ commands: [{ text: "df -h" }], lines: { start: 6, end: 10 } });
    expect(textsOf("1\\. Stop it\n2\\. Start it\n")).toEqual(["1. Stop it", "2. Start it"]);
  });
});

describe("a fact about the document", () => {
  it("stands at its head, and tells nothing to do or to heed", () => {
    const source =
      "**Owner:** Ada\n\n**Warning:** Never at night.\n\n**Step 1:** Stop it.\n\n- Look\n\n**Place:** Room 4\n";
    const runbook = parseRunbook(`# A\n\n${source}`);
    expect(runbook.metadata.map(({ key }) => key)).toEqual(["Owner"]);
    expect(steps(runbook, "A").map(({ text }) => text)).toEqual(["Step 1: Stop it.", "Look"]);
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
  });
});

describe("a table of what to do then", () => {
  it("has a step in each row with its command and its case", () => {
    const table =
      "| If | Then | Command |\n|---|---|---|\n| Queue stuck | Restart it | `readerctl restart --all` |\n";
    expect(stepsOf(table)).toMatchObject([
      { text: "Restart it", condition: "Queue stuck", commands: [{ text: "readerctl restart --all" }] },
    ]);
  });
});

describe("a step", () => {
  it("goes on with a line that is the end of its sentence", () => {
    expect(
      stepsOf("1. Find the class by running the following\ncommand:\n\n   ```sh\n   oc get sc\n   ```\n"),
    ).toMatchObject([
      { text: "Find the class by running the following command:", details: [{ type: "code" }] },
    ]);
  });

  it("has the code that stands directly below it, without a blank line", () => {
    const code = "```\nreaderctl join --now\n```\n";
    expect(runs(`1. Wait\n1. Join it.\n${code}1. Tell us\n1. Rest\n`)).toEqual([
      [],
      ["readerctl join --now"],
      [],
      [],
    ]);
    expect(runs(`1. Wait\n1. Join it.\n\n${code}`)).toEqual([[], []]);
  });

  it("has what stands behind a prompt on a line of its own, and the words around it", () => {
    expect(stepsOf("1. Ping it\n   $ ping -c 3 fw-1\n   and wait.\n   Expected: 3 answers\n")).toMatchObject([
      { text: "Ping it and wait.", commands: [{ text: "ping -c 3 fw-1" }], expect: { text: "3 answers" } },
    ]);
    expect(textsOf("1. Pay\n   $ 5 a day\n")).toEqual(["Pay $ 5 a day"]);
  });

  it("is none where it only says where to read more", () => {
    expect(
      textsOf(
        "1. Add nodes.\n   - For instructions on adding nodes, please refer to [this](a.md).\n2. Wait\n",
      ),
    ).toEqual(["Add nodes.", "Wait"]);
    expect(textsOf("1. For more power, add nodes.\n")).toEqual(["For more power, add nodes."]);
  });

  it("leads into examples without a colon, too", () => {
    expect(textsOf("1. Look for odd things such as\n   - Wrong times\n   - Missing days\n")).toEqual([
      "Look for odd things such as",
    ]);
  });
});

describe("a list that says how things are", () => {
  it("is none of steps, though it is numbered", () => {
    expect(textsOf("1. Sessions are written by `web`\n2. The carts are kept for an hour\n")).toEqual([]);
    expect(textsOf("1. Carts are gone:\n   - Restore them\n2. Tell us\n")).toHaveLength(3);
    expect(textsOf("1. Carts are written by the shop\n2. Restart the shop\n")).toHaveLength(2);
  });

  it.each([
    ["Sessions are written by the shop", true],
    ["Sessions should be written by the shop", false],
    ["Check that sessions are written", false],
    ["If sessions are written, stop", false],
    ["Are sessions written?", false],
    ["The lead is to be told", false],
    ["The disk is full:", false],
  ])("%s: %s", (text, expected) => expect(isFact(text)).toBe(expected));
});

describe("one of two cases", () => {
  it("may be “If not”", () => {
    const [, first, second] = stepsOf(
      "1. Watch it.\n   - If it falls: tell the room\n   - If not: roll it back\n",
    );
    expect(first?.choiceKey).toBe(second?.choiceKey);
    expect(first?.choiceKey).not.toBeNull();
    expect(second).toMatchObject({ text: "If not: roll it back", ifFails: null });
  });
});

describe("a question of bullets with answers below it", () => {
  it("is asked, whatever the heading, and whatever sign stands before an answer", () => {
    const runbook = read("- Is it back?\n  - ✅ Yes → close\n  - ❌ No → page Ada\n", "Tree");
    expect(runbook.decisions).toMatchObject([
      {
        question: "Is it back?",
        branches: [
          { label: "Yes", target: "close" },
          { label: "No", target: "page Ada" },
        ],
      },
    ]);
    expect(section(read("- Is it back?\n  - It was slow\n", "Tree"), "Tree").kind).toBe("notes");
  });
});

describe("a condition", () => {
  it.each([
    ["Plan it when the request is merged, but apply it by hand", "when the request is merged"],
    ["Add a monitor so that if it fails, you are ready", null],
    ["Answer alerts whenever you can", null],
  ])("of “%s” is %s", (text, expected) =>
    expect(stepsOf(`1. ${text}\n`)).toMatchObject([{ condition: expected }]),
  );
});

describe("below “Diagnosis”", () => {
  it("paragraphs that tell what to do are steps", () => {
    const runbook = parseRunbook(
      "# A\n\n## Diagnosis\n\n### Slow disk\n\nCheck the disk's times.\n\nIt may be slow.\n",
    );
    expect(steps(runbook, "Slow disk").map(({ text }) => text)).toEqual(["Check the disk's times."]);
  });
});

describe("a code span", () => {
  it("behind “run” is a command, whatever its program", () => {
    expect(runs("1. Run `gate check` and wait\n")).toEqual([["gate check"]]);
    expect(runs("1. By running `%windir%\\\\x\\\\appcmd list`\n")[0]).toHaveLength(1);
    expect(stepsOf("1. Run `select pg_reload_conf()`\n")[0]?.commands).toMatchObject([{ kind: "sql" }]);
    expect(runs("1. Run `gate` or `Daily cleanup`, see `gate check` and run `level = 3`\n")).toEqual([[]]);
  });

  it("may ask a database in small letters", () => {
    const source = "1. See `select * from slots where not active` and `truncate table mails`\n";
    expect(stepsOf(source)[0]?.commands).toMatchObject([
      { kind: "sql", danger: null },
      { kind: "sql", danger: "Drops data." },
    ]);
    expect(runs("1. Use `select all` or `drop down` or `DROP TABLE`\n")).toEqual([[]]);
  });

  it("is a command where it is all that a part says", () => {
    expect(runs("1. Log in\n   a. `show vpn status`\n   b. `exit`\n")).toEqual([[], ["show vpn status"], []]);
    expect(runs("1. Log in\n   - `clear vpn session all`\n")).toEqual([[], ["clear vpn session all"]]);
    expect(runs("- Log in\n- `clear vpn session all`\n- `Clear all`\n")).toEqual([
      [],
      ["clear vpn session all"],
      [],
    ]);
  });
});

describe("a fence", () => {
  it("may be a session of root", () => {
    const session = "# df -h /srv\nFilesystem  Size  Used\n/dev/vg0    50G   50G\n# resize2fs /dev/vg0/srv\n";
    for (const lang of [null, "console"])
      expect(inFence(session, lang)).toEqual(["df -h /srv", "resize2fs /dev/vg0/srv"]);
  });

  it.each([
    ["# Check the disk\ndf -h\n# top of the list\nls\n", ["df -h", "ls"]],
    ["# kill the worker\nworker 1 is gone\n", []],
    ["# mount /srv again\ndf -h\n", ["df -h"]],
  ])("has comments otherwise: %j", (text, expected) => expect(inFence(text)).toEqual(expected));

  it("leaves out what was printed with signs and as pairs", () => {
    expect(inFence("systemctl status a\n● a.service - A\n   Active: active\n", "bash")).toEqual([
      "systemctl status a",
    ]);
    expect(inFence('level=error msg="It failed:\nworker 1"\n\nls -l\n', "bash")).toEqual(["ls -l"]);
  });

  it("keeps blocks in braces together", () => {
    const block = [
      "if ($a -ne 'Stopped') {",
      "    Stop-Process -Name w3wp -Force",
      "}",
      "else {",
      "    exit",
      "}",
    ].join("\n");
    expect(inFence(`${block}\nStart-WebAppPool \`\n  -Name 'Shop'\n`, "powershell")).toEqual([
      block,
      "Start-WebAppPool -Name 'Shop'",
    ]);
    expect(inFence("foreach ($a in $b) {\n  kill $a\n}\n", "powershell")).toHaveLength(1);
    expect(inFence("echo {\nls\n", "bash")).toEqual(["echo {", "ls"]);
  });

  it("may name a language that says nothing, or in braces with signs", () => {
    expect(inFence("readerctl list --all\n", "java")).toEqual(["readerctl list --all"]);
    expect(inFence("kubectl get pods\n", "text")).toEqual(["kubectl get pods"]);
    expect(inFence("class A {\n  void b() {}\n}\n", "java")).toEqual([]);
    expect(runs('1. Look:\n\n   ``` { .bash .copy title="a" }\n   df -h\n   ```\n')).toEqual([["df -h"]]);
  });

  it("has prompts with where one is", () => {
    expect(inFence("➜  ~ kubectl ctx prod\n✔ Switched.\n➜  ~/srv ls -l\n❯ /usr/bin/df -h\n")).toEqual([
      "kubectl ctx prod",
      "ls -l",
      "/usr/bin/df -h",
    ]);
  });

  it("has prompts of PowerShell without a path", () => {
    expect(inFence('PS> Start-WebAppPool -Name "Shop"\n', "powershell")).toEqual([
      'Start-WebAppPool -Name "Shop"',
    ]);
  });
});

describe("what a database is asked", () => {
  const statements = (text: string) => readFenceCommands(text, "sql", 1).commands;

  it("has comments of more lines, and is judged without any", () => {
    expect(
      statements(
        "/* only with\n * the lead */\nKILL 4711;\n/* all */\nUPDATE a SET b = 1 -- again; all\nWHERE b = 2; /* so */\nRENAME TABLE a TO c;\n",
      ),
    ).toMatchObject([
      { text: "KILL 4711;", comment: "only with\nthe lead" },
      { comment: "all", danger: null, lines: { start: 5, end: 6 } },
      { text: "RENAME TABLE a TO c;" },
    ]);
  });

  it("may stand in a fence without a language, in small letters", () => {
    expect(inFence("select *\nfrom mails;\n")).toEqual(["select *\nfrom mails;"]);
    expect(inFence("select a pod;\n")).toEqual([]);
  });

  it("deletes by query over HTTP, too", () => {
    const [command] = readFenceCommands("curl -XPOST http://a/mails/_delete_by_query\n", "sh", 1).commands;
    expect(command?.danger).toBe("Deletes data.");
  });
});

describe("words that a site hides", () => {
  it("are none of ours: what a link looks like, places, and ends of lines", () => {
    const source =
      '1. Read [it](a.md){:target="_blank"} and ![b](b.png){ .wide }<br>twice\n2. <a name="x"></a>Stop `it`{id}\n';
    expect(textsOf(source)).toEqual(["Read it and b twice", "Stop it{id}"]);
    expect(parseRunbook('# A\n\n## <a id="w"></a>1. When to use\n\n- It is slow\n').triggers).toMatchObject([
      { kind: "use_when", text: "It is slow" },
    ]);
  });
});

describe("other languages", () => {
  it.each([
    "Prüfen Sie die Platte",
    "Bitte Worker neu starten",
    "Öffne das Dashboard",
    "Vérifiez que le site répond",
    "Puis redémarrer le service",
    "Reinicie el servicio",
    "Verifique se o site responde",
  ])("tell what to do: %s", (text) => expect(isInstruction(text)).toBe(true));

  it.each([
    "Worker lassen sich nicht starten",
    "Chez nous il pleut",
    "Le service est arrêté",
    "La cola es larga",
    "Rez-de-chaussée",
  ])("or do not: %s", (text) => expect(isInstruction(text)).toBe(false));

  it("have headings that tell what to do with a cause, and name levels", () => {
    expect(steps(read("- Prüfen Sie die Logs.\n", "Ursache finden"), "Ursache finden")).toHaveLength(1);
    expect(section(read("- Platte voll\n", "Mögliche Ursachen"), "Mögliche Ursachen").kind).toBe("notes");
    const levels = read(
      "- Niveau 1 : astreinte, immédiatement\n- Niveau 2 : direction, après 30 minutes\n",
      "Escalade",
    );
    expect(levels.escalation).toMatchObject([
      { issue: "Niveau 1", target: "astreinte", minutes: null },
      { issue: "Niveau 2", target: "direction", minutes: 30 },
    ]);
    const table =
      "| Stufe | Wer | Nach |\n|---|---|---|\n| 1 | Bereitschaft | sofort |\n| 2 | Leitung | 30 Minuten |\n";
    expect(read(table, "Eskalation").escalation).toMatchObject([
      { issue: "1", target: "Bereitschaft", minutes: null },
      { issue: "2", target: "Leitung", minutes: 30 },
    ]);
    expect(parseRunbook("# A\n\n**Auslöser:** PlatteFastVoll\n\n## B\n\nx\n").triggers).toMatchObject([
      { text: "PlatteFastVoll" },
    ]);
  });
});
