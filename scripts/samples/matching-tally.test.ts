import { expect, test } from "vitest";
import { percent, tally } from "./matching-tally.rules";

test("a wrong runbook costs precision and recall; none where none is right costs neither", () => {
  const counts = tally([
    { expected: "a", known: "runbook", found: "a" },
    { expected: "a", known: "runbook", found: "b" },
    { expected: "c", known: "runbook", found: null },
    { expected: null, known: "dead link", found: null },
    { expected: null, known: "not in the folder", found: "a" },
  ]);
  expect(counts).toEqual({
    ...{ right: 1, offered: 3, wanted: 3, none: { right: 1, all: 2 } },
    ...{ dead: { right: 1, all: 1 }, absent: { right: 0, all: 1 } },
  });
});

test("a part of nothing is no number", () => {
  expect([percent(1, 3), percent(0, 0)]).toEqual(["33.3 %", "–"]);
});
