import { describe, expect, it } from "vitest";
import { parseRunbook } from "./parse-runbook";
import { plainText } from "./inline";
import { stepsOf } from "./read";
import { behindTitle, ownInlines, titleInlines, titleOf, withoutLinks } from "./step-words.rules";

const stepsIn = (...items: string[]) =>
  parseRunbook(`# A\n\n## Mitigation\n\n${items.join("\n")}\n`).sections.flatMap(stepsOf);
const titles = (...items: string[]) => stepsIn(...items).map(titleOf);

describe("what a step is called", () => {
  it("of alternatives that are joined is each one's own words: no command at the end, no “or”", () => {
    expect(
      titles(
        "1. If consumers are slow, scale: `kubectl scale deployment/<consumer> --replicas=6` or",
        "2. If it is a poison message, purge it: `rabbitmqctl purge_queue <queue>`, or:",
        "3. Turn it off, **or**",
        "4. Restart the broker: `systemctl restart rabbitmq-server`.",
      ),
    ).toEqual([
      "If consumers are slow, scale",
      "If it is a poison message, purge it",
      "Turn it off",
      "Restart the broker",
    ]);
  });

  it("keeps a command that its sentence needs, and words that only end like a joining one", () => {
    expect(
      titles(
        "1. Run `ls -l` first",
        "2. `systemctl restart web`, or",
        "3. Look at the **monitor**",
        "4. Ask whether they want it or not",
        "5. Note: `payments` is the owner: `payments`",
      ).slice(0, 4),
    ).toEqual([
      "Run ls -l first",
      "systemctl restart web",
      "Look at the monitor",
      "Ask whether they want it or not",
    ]);
  });

  it("is its lead-in, where it has one, and the whole text where nothing ends it", () => {
    expect(titles("1. **Drain**: `kubectl drain <node>`, or", "2. Restart **all** of it.")).toEqual([
      "Drain",
      "Restart all of it.",
    ]);
  });

  it("leaves the text as it was written", () => {
    const [first] = stepsIn("1. Purge it: `rabbitmqctl purge_queue <queue>`, or", "2. Wait");
    expect(first?.text).toBe("Purge it: rabbitmqctl purge_queue <queue>, or");
    expect(plainText(first ? ownInlines(first) : [])).toBe("Purge it: rabbitmqctl purge_queue <queue>");
  });
});

describe("what stands behind a title", () => {
  it("is the rest, not the title once more", () => {
    const words = stepsIn(
      "1. **Is it one host?**: Log in and look.",
      "2. **Drain** – take it out: `kubectl drain <node>`",
      "3. **Restart**: `systemctl restart web`",
      "4. **Wait for it:**",
      "5. Say that it is over",
    ).map((step) => plainText(behindTitle(step)));
    expect(words).toEqual(["Log in and look.", "take it out", "", "", ""]);
  });
});

describe("a long step", () => {
  const LONG =
    "1. Wait. It takes a while.  Set the `weight` of the **old** reader to `0`, so that nothing new is sent to it by the balancers. Then look at the queue: `readerctl list --all`";

  it("is called by the first sentence that tells what to do, and says the rest below it", () => {
    const [step] = stepsIn(
      "1. Set the `weight` of the **old** reader to `0`, so that nothing new is sent to it.  Then look at [the queue](q.md), e.g. Mails. It is slow.",
    );
    expect(step && titleOf(step)).toBe(
      "Set the weight of the old reader to 0, so that nothing new is sent to it",
    );
    expect(step && plainText(behindTitle(step))).toBe("Then look at the queue, e.g. Mails. It is slow.");
    expect(step && titleInlines(step)).toEqual([
      { type: "text", text: "Set the " },
      { type: "code", text: "weight" },
      { type: "text", text: " of the " },
      { type: "strong", children: [{ type: "text", text: "old" }] },
      { type: "text", text: " reader to " },
      { type: "code", text: "0" },
      { type: "text", text: ", so that nothing new is sent to it" },
    ]);
  });

  it("says all of it below, when that sentence is not its first", () => {
    const [step] = stepsIn(LONG.replace("Wait. It", "It"));
    expect(step && plainText(titleInlines(step) ?? [])).toBe(step && titleOf(step));
    expect(step && titleOf(step)).toBe(
      "Set the weight of the old reader to 0, so that nothing new is sent to it by the balancers",
    );
    expect(step && plainText(behindTitle(step))).toMatch(
      /^It takes a while\. Set .* Then look at the queue$/,
    );
  });

  it("of one sentence is its title, and so is a short one", () => {
    const one = `Look at ${"the queue and ".repeat(10)}the page`;
    expect(titles(`1. ${one}`, "2. Restart it. It takes a minute.")).toEqual([
      one,
      "Restart it. It takes a minute.",
    ]);
  });

  it("is not called by what leans on the sentence before it", () => {
    const first = "Once the client is there, you can connect it with any of the clusters that it knows of";
    expect(titles(`1. ${first}. To do so, run the following command.`)).toEqual([first]);
  });

  it("is not cut behind a number or an abbreviation", () => {
    const rest =
      "and look at all the pages of the queue of the reader, which are many, until they are all read";
    expect(titles(`1. Take the large volumes, e.g. Mails, ${rest}`)).toEqual([
      `Take the large volumes, e.g. Mails, ${rest}`,
    ]);
  });
});

it("words without their links keep all else that they are", () => {
  const [step] = stepsIn("1. Open **the [board](https://b.example) now**: https://c.example/d");
  const words = withoutLinks(step!.inlines);
  expect(plainText(words)).toBe(plainText(step!.inlines));
  expect(JSON.stringify(step!.inlines)).toContain('"link"');
  expect(JSON.stringify(words)).not.toContain('"link"');
  expect(words[1]).toMatchObject({ type: "strong" });
});
