import { describe, expect, it, test } from "vitest";
import { parseRunbook } from "./parse-runbook";
import { readYaml } from "./yaml";

test("YAML gives its values as text", () => {
  expect(readYaml("title: Is it full? Or slow?\nafter: 5\ntags: [a, [b]]\nat:\n  - - x\n")).toEqual({
    ...{ title: "Is it full? Or slow?", after: "5", tags: ["a", ["b"]], at: [["x"]] },
  });
  expect(readYaml("a: *b")).toBeUndefined();
});

describe("what is nested too deep", () => {
  const piles = ["? ", "- ", "- ? ", "[", "{", "{a: ", "[? ", "[{"];
  const deep = piles.flatMap((pile) => ["", "a: ", "a:\n  - "].map((lead) => lead + pile.repeat(2_000)));

  it.each(deep)("is not read, in no time: %#", (text) => {
    const from = performance.now();
    readYaml(text);
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  it("is kept, and said of front matter", () => {
    const pile = "? ".repeat(2_000);
    const source = `---\n${pile}\n---\n# A\n\n\`\`\`yaml\ncontacts: ${pile}\n\`\`\`\n`;
    const { lines, contacts, findings } = parseRunbook(source);
    expect(lines.accounted).toBe(lines.total);
    expect(contacts).toEqual([]);
    expect(findings).toMatchObject([{ code: "front-matter" }]);
  });
});
