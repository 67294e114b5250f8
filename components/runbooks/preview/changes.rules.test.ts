import { expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { chosenRole, withChart, withLink, without, withRole } from "./changes.rules";
import { countsOf } from "./counts.rules";
import { sectionRows } from "./section-rows.rules";
import { codeLineOf, plainOf } from "./words.rules";

it("a change takes the place of the earlier one about the same piece, and only of that", () => {
  const link = { runbookSlug: "disk", sectionKey: null };
  const branch = { decisionLine: 3, targetId: "B" };
  const all = withLink(withChart(withRole([], 3, "step"), 3, true), branch, link);
  expect(all).toHaveLength(3);
  expect(chosenRole(withRole(all, 3, "note"), 3)).toBe("note");
  expect(withRole(all, 3, "note")).toHaveLength(3);
  expect(withRole(all, 3, null)).toHaveLength(2);
  expect(withChart(all, 3, false)).toHaveLength(2);
  expect(withLink(all, { ...branch, targetId: "C" }, link)).toHaveLength(4);
  expect(withLink(all, branch, null)).toHaveLength(2);
  expect(without(all, 3)).toEqual([]);
  expect(without(all, 4)).toEqual(all);
});

it("what a document holds is counted, and what it does not hold is not said", () => {
  const chart = "```mermaid\nflowchart TD\nA[a]-->B{b}\nB-- y -->C[c]\nB-- n -->A\n```\n";
  const source = `# R\n\n## S\n\n${chart}\n## T\n\n1. Run \`ls -l\`\n\n## Exit criteria\n\n- Calm\n`;
  expect(countsOf(parseRunbook(source)).map((count) => count.join(" "))).toEqual([
    ...["3 steps", "1 flowchart", "1 decision, 2 answers", "1 loop", "1 command", "1 exit criterion"],
  ]);
});

it("answers to a question stand in its card and not among the steps", () => {
  const source = "# R\n\n1. Is it up?\n   - Yes: go on\n     - and say so\n   - No: restart it\n2. Look\n";
  const parsed = parseRunbook(source);
  const rows = parsed.sections.flatMap((section) => sectionRows(section, parsed.decisions));
  expect(
    rows.map((row) =>
      row.kind === "decision" ? [row.step.text, row.below.length] : row.kind === "step" && row.step.text,
    ),
  ).toEqual([["Is it up?", 3], "Look"]);
});

it("code is named by the line of its fence, blocks by their words", () => {
  const source = "# R\n\n```sh\n# 1. One\nls\n```\n".split("\n");
  expect(codeLineOf(source, 5)).toBe(3);
  expect(codeLineOf(["ls"], 1)).toBe(1);
  const blocks = parseRunbook("# R\n\n## Notes\n\nSome **bold** `code`\n").sections[1]?.items ?? [];
  expect(plainOf(blocks.flatMap((item) => (item.type === "note" ? [item.block] : [])))).toBe(
    "Some bold code",
  );
});
