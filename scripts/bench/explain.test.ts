import { expect, test } from "vitest";
import { excesses, type Plan } from "./explain";

const large = new Set(["incidents"]);

test("a large table that is read from end to end is told, however deep in the plan", () => {
  const plan = { ...node("Limit", 1), Plans: [node("Seq Scan", 50_000, "incidents")] };
  expect(excesses(plan, large)).toEqual(["reads incidents from end to end"]);
});

test("an index that is walked through until enough rows are left is told as well", () => {
  const walked = { ...node("Index Scan", 50, "incidents"), "Rows Removed by Filter": 90_000 };
  expect(excesses(walked, large)).toEqual(["looks at 90,050 rows of incidents"]);
});

test("a page by an index, a small table, and a large one that is still small pass", () => {
  const plans = [
    node("Index Scan", 50, "incidents"),
    node("Seq Scan", 50_000, "people"),
    node("Seq Scan", 40, "incidents"),
  ];
  expect(plans.flatMap((plan) => excesses(plan, large))).toEqual([]);
});

function node(type: string, rows: number, table?: string): Plan {
  return {
    ...{ "Node Type": type, "Actual Rows": rows, "Actual Loops": 1 },
    ...(table && { "Relation Name": table }),
  };
}
