import { expect, test } from "vitest";
import { statementNames } from "./statement-names";

const one = { sql: "SELECT $1", args: [1] };
const other = { sql: "SELECT $1, 2", args: [1] };

test("a statement has a name from its second time on, and always the same", () => {
  const nameOf = statementNames();
  expect([one, one, other, one, other].map(nameOf)).toEqual(["", "q1", "", "q1", "q2"]);
});

test.each([
  ["no parameters", { sql: "BEGIN", args: [] }],
  ["a long list of parameters", { sql: "SELECT $1", args: Array.from({ length: 51 }, () => 1) }],
])("what has %s has none", (_, statement) => {
  const nameOf = statementNames();
  expect([statement, statement, statement].map(nameOf)).toEqual(["", "", ""]);
});

test("there are so many names and no more", () => {
  const nameOf = statementNames();
  const many = Array.from({ length: 300 }, (_, index) => ({ sql: `SELECT $1, ${index}`, args: [1] }));
  many.forEach(nameOf);
  const names = many.map(nameOf).filter((name) => name !== "");
  expect(names).toHaveLength(250);
  expect(new Set(names).size).toBe(250);
});
