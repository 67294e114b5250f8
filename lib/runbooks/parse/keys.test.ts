import { describe, expect, it } from "vitest";
import { steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

const SOURCE = "# Old name\n\n## 2. Recover\n\n1. Stop it.\n2. Wait\n3. Wait\n";

function keysOf(source: string): string[] {
  return parseRunbook(source).sections.flatMap((section) => [
    section.key,
    ...section.items.flatMap((item) => (item.type === "step" ? [item.key] : [])),
  ]);
}

describe("keys", () => {
  it("stay when the runbook is renamed, sections are renumbered, or case and spacing change", () => {
    const edited = "# New name\n\n## 3. Recover\n\n1. stop   it\n2. Wait\n3. Wait\n";
    expect(keysOf(edited)).toEqual(keysOf(SOURCE));
  });

  it("tell equal steps apart by their order", () => {
    const [, second, third] = steps(parseRunbook(SOURCE), "2. Recover");
    expect(second?.key).not.toBe(third?.key);
  });

  it("change with the text of the step", () => {
    expect(keysOf(SOURCE.replace("Stop it", "Start it"))).not.toEqual(keysOf(SOURCE));
  });

  it("differ between sections", () => {
    const [a, b] = ["A", "B"].map(
      (title) => steps(parseRunbook(`# T\n\n## ${title}\n\n1. Same\n`), title)[0]?.key,
    );
    expect(a).not.toBe(b);
  });
});
