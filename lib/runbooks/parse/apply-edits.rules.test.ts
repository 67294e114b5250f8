import { describe, expect, it } from "vitest";
import { applyEdits } from "./apply-edits.rules";
import { parseRunbook } from "./parse-runbook";

const repaired = (source: string) =>
  applyEdits(
    source,
    parseRunbook(source).findings.flatMap(({ edit }) => edit ?? []),
  );

describe("a repair that is taken up", () => {
  it("closes a fence where its code seems to end", () => {
    const source = "# A\r\n\r\n1. One\r\n\r\n```bash\r\n# list\r\nls\r\n\r\n## B\r\n\r\n1. Two\r\n";
    expect(repaired(source)).toBe(source.replace("ls\r\n", "ls\n```\r\n"));
    expect(parseRunbook(repaired(source)).sections.map(({ title }) => title)).toEqual(["A", "B"]);
  });

  it("closes it at the end when nothing else follows, behind the marks of a quote", () => {
    expect(repaired("# A\n\n> ```\n> ls\n")).toBe("# A\n\n> ```\n> ls\n> ```\n");
    expect(repaired("# A\n\n~~~~\nls")).toBe("# A\n\n~~~~\nls\n~~~~");
  });

  it("writes every mis-decoded piece anew, and nothing else", () => {
    const bad = "\u00E2\u20AC\u2122";
    expect(repaired(`\uFEFF# A\n\n1. It${bad}s the queue${bad}s\n`)).toBe(
      "\uFEFF# A\n\n1. It’s the queue’s\n",
    );
  });
});
