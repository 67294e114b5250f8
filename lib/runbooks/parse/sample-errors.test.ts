import { describe, expect, it } from "vitest";
import { conditionOf } from "./conditions";
import { section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";
import { isInstruction } from "./words";

/** What reading real runbooks beside their result showed to be wrong. */
const read = (source: string) => parseRunbook(`# A\n\n## B\n\n${source}`);
const textsOf = (source: string) => steps(read(source), "B").map((step) => step.text);

describe("a list", () => {
  it.each([
    [
      "what a program will do",
      "The process will be stopped and the script will:\n\n- move the file\n- start it",
    ],
    ["what somebody else will then do", "The deployer will then:\n- build the image\n- deploy it"],
    [
      "what there is",
      "We run an agent. It lets us do the following:\n\n1. Direct traffic\n2. Allow one address",
    ],
    ["which files there are", "The following files hold the state:\n\n1. `a.yaml` - all\n2. `b.yaml` - one"],
    [
      "who comes",
      "You should invite the following people,\n\n- Always\n    - The commander.\n    - The scribe.",
    ],
    ["what nobody wrote yet", "1. Todo\n2. TBD\n3. …"],
    ["what there is in numbers", "There are two places where it ends:\n\n1. Balancers\n2. Sockets"],
    ["what somebody would say", "Words to use:\n\n1. “We look into it.”\n2. “It is solved.”"],
    ["examples", "Example services:\n\n- Move the queue\n- Move the cache"],
    ["what is installed", "This installs the following components:\n\n1. Prune the proxy"],
    [
      "what something should be",
      "Releases of the shop should be:\n\n1. **Small**. Move one thing.\n2. **Safe**",
    ],
    ["how something is made", "Each report is built as follows:\n\n1. Show the facts\n2. Show the rest"],
    [
      "how something is, in numbers",
      "Read what it answers:\n\n1. It tells how many went.\n2. It will stop at a minute.",
    ],
    ["what a program does", "1. Locks the index\n2. Creates another one\n3. Copies what is new"],
    [
      "causes",
      "It may be slow for one of the following reasons:\n\n1. The disk is full\n2. Too many readers",
    ],
    ["what we do", "We send these to the archive:\n\n1. Logs of the shop\n2. Mails"],
    ["where links lead to", "1. [Terms](a.md) - words that we use\n2. [Roles](b.md): who does what"],
    ["what is expected", "Expected behaviour at this stage:\n\n1. Planning fails"],
  ])("says only %s", (_, source) => expect(textsOf(source)).toEqual([]));

  it("says what must be done to the things that it names", () => {
    expect(textsOf("The following files should be updated when a member leaves:\n\n1. members.yaml")).toEqual(
      ["members.yaml"],
    );
    expect(textsOf("To go on, run the following commands:\n\n1. make\n2. make install")).toHaveLength(2);
  });

  it.each([
    ["the steps, named so", "The steps to add a reader are:\n\n- log into the server\n- run the script"],
    [
      "what one needs to do",
      "You need to do the following at the start:\n\n- Confirm you can log in\n- Tell the team",
    ],
    ["what one can do", "If nothing changes, you can:\n\n- the rollout\n- the log"],
    ["links to follow", "1. [Terms](a.md): read the first page\n2. Wait"],
    ["what to look for", "1. Read the change. Check for:\n   - a new major version"],
    ["the steps, as follows", "The process is as follows:\n\n1. The change\n2. The release"],
  ])("holds %s", (_, source) => expect(textsOf(source)).toHaveLength(2));

  it("holds no step that stands in brackets, unless it tells what to do", () => {
    const source =
      "1. Move it.\n   - (an [old ticket](https://a.example))\n   - (Tell the room.)\n2. Wait.\n";
    expect(textsOf(source)).toEqual(["Move it.", "(Tell the room.)", "Wait."]);
    expect(textsOf("1. Find it.\n   - Example search: all of last week\n")).toEqual(["Find it."]);
  });

  it("of statements with commands keeps the steps", () => {
    expect(textsOf("1. It may help to look. To see all run `kubectl get pods`.\n")).toHaveLength(1);
  });

  it("goes on behind code and pictures without indentation, which belong to the bullet above", () => {
    const source =
      "- Stop the worker\n\n```sh\nsystemctl stop worker\n```\n\n- Two ways to see what is left\n  - Look for old jobs\n\n![Jobs](jobs.png)\n\n- Kill them all\n\n```sh\npkill -f worker\n```\n\nDone.\n";
    expect(
      steps(read(source), "B").map(({ text, commands }) => [text, commands.map((one) => one.text)]),
    ).toEqual([
      ["Stop the worker", ["systemctl stop worker"]],
      ["Two ways to see what is left", []],
      ["Look for old jobs", []],
      ["Kill them all", ["pkill -f worker"]],
    ]);
  });

  it("with boxes and a script below it keeps the script to itself", () => {
    const source = "- [ ] Look at the disks\n\n```sh\ndf -h\n```\n";
    expect(steps(read(source), "B").map(({ commands }) => commands.length)).toEqual([0]);
    const two = "1. Look at the disks\n2. Wait\n\n```sh\ndf -h\n```\n";
    expect(steps(read(two), "B").map(({ commands }) => commands.length)).toEqual([0, 0]);
  });

  it("holds no step that calls itself a note, nor its examples", () => {
    const source =
      "1. Goal: get better\n2. Check parameters such as:\n   - priority of the pod\n   - its limits\n3. Wait.\n4. Warning: `rm -rf /srv/a` is final\n";
    expect(textsOf(source)).toEqual([
      "Check parameters such as:",
      "Wait.",
      "Warning: rm -rf /srv/a is final",
    ]);
  });

  it("of bullets keeps what only says how something is as a note", () => {
    const source =
      "Steps:\n\n- Restart the worker.\n- It blocks merges when it fails.\n- This is sudden. Tell the users.\n- It should then be checked.\n- Wait.\n";
    expect(textsOf(source)).toEqual([
      "Restart the worker.",
      "This is sudden. Tell the users.",
      "It should then be checked.",
      "Wait.",
    ]);
  });

  it("of bold bullets that tell what to do holds steps with parts, whatever the parts are called", () => {
    const source =
      "- **Change the group**\n   - Scroll down to the box.\n- **Finish**\n   - The group is deleted by hand.\n";
    expect(steps(read(source), "B").map(({ text, depth }) => [text, depth])).toEqual([
      ["Change the group", 0],
      ["Scroll down to the box.", 1],
      ["Finish", 0],
      ["The group is deleted by hand.", 1],
    ]);
  });

  it("below “Resolution” holds steps in each of its sections", () => {
    const runbook = parseRunbook(
      "# A\n\n## Resolution\n\n### The first case\n\n- A new volume for each node\n",
    );
    expect(steps(runbook, "The first case")).toHaveLength(1);
    expect(
      steps(parseRunbook("# A\n\n## Sizes\n\n### Small\n\n- A volume for each node\n"), "Small"),
    ).toEqual([]);
  });

  it("goes on behind what is indented less than its text, which belongs to the item above", () => {
    const source =
      "1. Stop the reader\n  - Tell the team\n  - Wait\n1. Look at the disk\n  ```sh\n  df -h\n  ```\n1. Start it\n  - Tell the team again\n";
    expect(steps(read(source), "B").map(({ text, depth }) => [text, depth])).toEqual([
      ["Stop the reader", 0],
      ["Tell the team", 1],
      ["Wait", 1],
      ["Look at the disk", 0],
      ["Start it", 0],
      ["Tell the team again", 1],
    ]);
  });

  it("below “either:” is a choice, also a numbered one below a long sentence", () => {
    const source =
      "To confirm that this is the cause of the slow answers, look at either:\n\n1. The graph\n2. The log\n";
    expect(steps(read(source), "B").map(({ choiceKey }) => choiceKey !== null)).toEqual([true, true]);
  });

  it("under “two options” is a choice, whatever the options are called", () => {
    const [one, two] = steps(read("Two options:\n\n- Scale: add nodes\n- Delete: make space\n"), "B");
    expect(one?.choiceKey).not.toBeNull();
    expect(two?.choiceKey).toBe(one?.choiceKey);
  });

  it("may stand below a label that ends with a wide colon", () => {
    const { items } = section(read("经典流程：\n\n1. 脚本步骤\n2. 手动步骤\n"), "B");
    expect(items[0]).toMatchObject({ type: "group", label: "经典流程" });
  });
});

describe("a heading", () => {
  it.each([
    ["KubePodNotReady", true],
    ["etcdNoLeader", true],
    ["etcdGRPCWritesSlow", true],
    ["`disk is full`", true],
    ["PVCNearFull", true],
    ["CPUThrottlingHigh", true],
    ["JavaScript", false],
    ["`!ic page`", false],
    ["`kubectl get pods`", false],
  ])("%s calls for its section: %s", (heading, calls) => {
    expect(parseRunbook(`# A\n\n## ${heading}\n\n1. One\n`).triggers.length).toBe(calls ? 1 : 0);
  });

  it("that is a sentence says nothing about its list", () => {
    const title = "Give clear steps to solve it. Alerts without are useless.";
    const runbook = parseRunbook(
      `# A\n\n## ${title}\n\n- Bad: something is wrong\n- Good: the disk is full\n`,
    );
    expect(steps(runbook, title)).toEqual([]);
  });

  it("that a site fills in is no title when the front matter has one", () => {
    const runbook = parseRunbook("---\ntitle: Disk full\n---\n\n# <%= page.title %>\n\n1. One\n");
    expect(runbook.title).toBe("Disk full");
  });
});

describe("a shell fence", () => {
  it("may hold a form to fill in", () => {
    const [step] = steps(
      read(
        "1. Open a ticket:\n\n   ```bash\n   Business impact:\n   Cluster name: <name>\n   oc get pods\n   ```\n",
      ),
      "B",
    );
    expect(step?.commands.map(({ text }) => text)).toEqual(["oc get pods"]);
  });

  it("may show what was printed, or tell something", () => {
    const printed =
      "1) (integer) 51\n2. Check the log\n- a point\n-- a note\n0.0  0.2\nNo resources found in the namespace.";
    const [block] = section(
      read(`\`\`\`sh\nredis-cli slowlog get\n${printed}\n7z x a.7z\n\`\`\`\n`),
      "B",
    ).items;
    const commands = block?.type === "note" && block.block.type === "code" ? block.block.commands : [];
    expect(commands.map(({ text }) => text)).toEqual(["redis-cli slowlog get", "7z x a.7z"]);
  });

  it.each([
    ["/deploy run web --canary\n/deploy stop web", ["/deploy run web --canary", "/deploy stop web"]],
    ["/opt/shop/bin/redis-cli -p 6379", ["/opt/shop/bin/redis-cli -p 6379"]],
    ["/deploy run web\nand then wait", []],
  ])("without a language holds %j", (code, commands) => {
    const [block] = section(read(`\`\`\`\n${code}\n\`\`\`\n`), "B").items;
    const found = block?.type === "note" && block.block.type === "code" ? block.block.commands : [];
    expect(found.map(({ text }) => text)).toEqual(commands);
  });

  it("without steps is said to have given notes only", () => {
    expect(read("It shows:\n\n```sh\ndf -h\n```\n").findings.map(({ code }) => code)).toEqual(["notes-only"]);
  });
});

it("commands in sentences alone are said to have given notes only", () => {
  expect(read("Set it: `ceph config set global a true`.").findings.map(({ code }) => code)).toEqual([
    "notes-only",
  ]);
});

it("an alert's name that only the file has calls for the runbook", () => {
  const triggersOf = (fileName: string, title: string) =>
    parseRunbook(`# ${title}\n\n1. One\n`, { fileName }).triggers.map(({ kind, text }) => [kind, text]);
  expect(triggersOf("ops/KubePodNotReady.md", "Pods")).toEqual([["file_name", "KubePodNotReady"]]);
  expect(triggersOf("KubePodNotReady.md", "KubePodNotReady")).toEqual([["heading", "KubePodNotReady"]]);
  expect(triggersOf("disk-full.md", "Disk")).toEqual([]);
});

describe("what calls for a runbook", () => {
  const triggersOf = (source: string) =>
    parseRunbook(`# A\n\n${source}`).triggers.map(({ kind, text }) => [kind, text]);

  it.each([
    ["a line without bold", "Alert name: DiskNearFull\nSeverity: high\n", [["alert", "DiskNearFull"]]],
    [
      "a bullet",
      "- **Severity**: high\n- **Alert**: disk of a node is full\n",
      [["alert", "disk of a node is full"]],
    ],
    ["one of several lines", "**Alert:** disk-full\n**Service:** Shop\n", [["alert", "disk-full"]]],
    [
      "several names",
      "**Alerts**: DiskNearFull or `DiskIsFull`\n",
      [
        ["alert", "DiskNearFull"],
        ["alert", "DiskIsFull"],
      ],
    ],
    [
      "a sentence",
      "## When to use\n\nUse this when `DiskNearFull` fires.\n",
      [
        ["use_when", "Use this when DiskNearFull fires."],
        ["alert", "DiskNearFull"],
      ],
    ],
    ["a question", "## When do I use this runbook?\n\n- Disks are full\n", [["use_when", "Disks are full"]]],
    ["no address", "- **Alerts**: https://a.example/DiskNearFull\n", []],
  ])("may be named by %s", (_, source, found) => expect(triggersOf(source)).toEqual(found));
});

describe("telling what to do", () => {
  it.each([
    ["In the console, open the page.", true],
    ["For each node, find the volume.", true],
    ["Scroll down to the group", true],
    ["Always", false],
    ["Always say why", true],
    ["Link to the portal", false],
    ["Link the two incidents", true],
    ["In the console, nothing is shown.", false],
    ["Be prepared to take over", true],
    ["Otherwise restart the worker", true],
    ["Page SMEs as they are needed", true],
    ["Page on-call", true],
    ["Page URL", false],
    ["Optional: look at the log", true],
    ["To see why, open the log", true],
    ["To see why, nothing helps", false],
  ])("%s %s", (text, tells) => expect(isInstruction(text)).toBe(tells));
});

it.each([
  ["Check the store: in case it is down, restart it", "in case it is down"],
  ["When growing, if the disk takes long, then the pod waits", "When growing"],
  ["While growing, if the disk takes long, the pod waits", "if the disk takes long"],
  ["Avoid the word unless it really was one, use another", "unless it really was one"],
  ["Page somebody if a queue, a worker or a disk is full", "if a queue, a worker or a disk is full"],
  ["Scale it up if needed:", "if needed"],
  ["As soon as it is back, restart the worker", "As soon as it is back"],
  ["Tell the lead as soon as you think of it", "as soon as you think of it"],
  ["Write it down, if known (e.g., web, mail), at once", "if known (e.g., web, mail)"],
  [
    "If the entry (e.g., a node, a disk) is known, tell the team",
    "If the entry (e.g., a node, a disk) is known",
  ],
  ["If it grows → add readers", "If it grows"],
  ["If you see many Shop::Errors, wait", "If you see many Shop::Errors"],
  ["If you take part you should join the call, and say so", "If you take part"],
  ["If you must wait, say so", "If you must wait"],
])("the condition of “%s” is “%s”", (text, condition) => expect(conditionOf(text)).toBe(condition));

it("when the next one comes is what to say, not a condition", () => {
  expect(conditionOf("Say what is known when the next one comes")).toBeNull();
  expect(conditionOf("Be careful about when you say it")).toBeNull();
  expect(conditionOf("Tell the lead as soon as possible")).toBeNull();
  expect(conditionOf("When the attacker came in.")).toBeNull();
  expect(conditionOf("Try to identify if they still have access")).toBeNull();
  expect(conditionOf("Look at it and see, if more is lost")).toBeNull();
  expect(conditionOf("Add an if statement")).toBeNull();
  expect(conditionOf("Never say “We care.” It annoys whoever is hit when they read it")).toBeNull();
  expect(conditionOf("Restart it when the queue is full")).toBe("when the queue is full");
});

it("a folder is no command of a chat", () => {
  const commandsOf = (text: string) => steps(read(`1. ${text}\n`), "B")[0]?.commands.map((one) => one.text);
  expect(commandsOf("Put it under `/shop`, then look.")).toEqual([]);
  expect(commandsOf("Type `/shop-status` and look.")).toEqual(["/shop-status"]);
});
