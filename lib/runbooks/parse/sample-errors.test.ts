import { describe, expect, it } from "vitest";
import { conditionOf } from "./conditions";
import { section, steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

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
    ["what is installed", "This installs the following components:\n\n1. Prune the proxy"],
  ])("says only %s", (_, source) => expect(textsOf(source)).toEqual([]));

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
    ["JavaScript", false],
    ["`!ic page`", false],
    ["`kubectl get pods`", false],
  ])("%s calls for its section: %s", (heading, calls) => {
    expect(parseRunbook(`# A\n\n## ${heading}\n\n1. One\n`).triggers.length).toBe(calls ? 1 : 0);
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

it("when the next one comes is what to say, not a condition", () => {
  expect(conditionOf("Say what is known when the next one comes")).toBeNull();
  expect(conditionOf("Restart it when the queue is full")).toBe("when the queue is full");
});
