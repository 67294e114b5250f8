import { expect, it } from "vitest";
import { plainOf } from "@/components/runbooks/preview/words.rules";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { inSourceOrder } from "./source-order.rules";

/** What stands in each row, from above. */
function rowsOf(list: string): string[] {
  const { sections } = parseRunbook(`# Disk\n\n## Steps\n\n${list}\n`);
  const items = sections.find(({ title }) => title === "Steps")?.items ?? [];
  return inSourceOrder(items).flatMap((row) => {
    if (row.type === "below") return [`${row.depth}: ${plainOf([row.block])}`];
    if (row.type !== "step") return [row.type];
    return [`${row.depth}: ${row.text}`, ...row.details.map((block) => `kept: ${plainOf([block])}`)];
  });
}

it("a note behind the parts of a step follows them", () => {
  const list = "1. Wait for the regions\n   - Check the west\n   - Note: the east is green\n2. Tell the team";
  expect(rowsOf(list)).toEqual([
    ...["0: Wait for the regions", "1: Check the west", "1: Note: the east is green", "0: Tell the team"],
  ]);
});

it("notes before, between and behind parts stand where they were written", () => {
  const list =
    "1. Wait for the regions\n   - Note: first\n   - Check the west\n   - Note: second\n   - Check the east\n   - Note: third";
  expect(rowsOf(list)).toEqual([
    ...["0: Wait for the regions", "kept: Note: first", "1: Check the west", "1: Note: second"],
    ...["1: Check the east", "1: Note: third"],
  ]);
});

it("a step without parts keeps what it has", () => {
  expect(rowsOf("1. Look\n   - Note: at night\n2. Wait")).toEqual([
    ...["0: Look", "kept: Note: at night", "0: Wait"],
  ]);
});
