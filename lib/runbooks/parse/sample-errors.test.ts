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
    ["what nobody wrote yet", "1. TODO\n2. …"],
    ["what there is in numbers", "There are two places where it ends:\n\n1. Balancers\n2. Sockets"],
    ["what somebody would say", "Words to use:\n\n1. “We look into it.”\n2. “It is solved.”"],
    ["examples", "Example services:\n\n- Move the queue\n- Move the cache"],
    ["what is installed", "This installs the following components:\n\n1. Prune the proxy"],
  ])("says only %s", (_, source) => expect(textsOf(source)).toEqual([]));

  it("says what must be done to the things that it names", () => {
    expect(textsOf("The following files should be updated when a member leaves:\n\n1. members.yaml")).toEqual(
      ["members.yaml"],
    );
    expect(textsOf("To go on, run the following commands:\n\n1. make\n2. make install")).toHaveLength(2);
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

  it("without steps is said to have given notes only", () => {
    expect(read("Look:\n\n```sh\ndf -h\n```\n").findings.map(({ code }) => code)).toEqual(["notes-only"]);
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
  ])("%s %s", (text, tells) => expect(isInstruction(text)).toBe(tells));
});

it.each([
  ["Check the store: in case it is down, restart it", "in case it is down"],
  ["When growing, if the disk takes long, then the pod waits", "When growing"],
  ["While growing, if the disk takes long, the pod waits", "if the disk takes long"],
  ["Avoid the word unless it really was one, use another", "unless it really was one"],
  ["Page somebody if a queue, a worker or a disk is full", "if a queue, a worker or a disk is full"],
  ["Scale it up if needed:", "if needed"],
  ["Write it down, if known (e.g., web, mail), at once", "if known (e.g., web, mail)"],
])("the condition of “%s” is “%s”", (text, condition) => expect(conditionOf(text)).toBe(condition));

it("when the next one comes is what to say, not a condition", () => {
  expect(conditionOf("Say what is known when the next one comes")).toBeNull();
  expect(conditionOf("Restart it when the queue is full")).toBe("when the queue is full");
});
