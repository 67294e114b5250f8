import { expect, test } from "vitest";
import { offered } from "./offered-runbooks.rules";

const aRunbook = (versionId: string, reason = "") => ({
  ...{ versionId, title: `Runbook ${versionId}`, reason, part: null },
});
const suggested = [aRunbook("a", "shares “planner”"), aRunbook("b", "shares “stuck”")];

test("what the words suggest comes first, what was looked for after it", () => {
  expect(offered(suggested, null)).toEqual(suggested);
  expect(offered(suggested, aRunbook("c"))).toEqual([...suggested, aRunbook("c")]);
});

test("one that is suggested and chosen stands there once", () => {
  expect(offered(suggested, aRunbook("b"))).toEqual(suggested);
});

test("one that was chosen for other words stays, without the reason that holds no more", () => {
  expect(offered([], aRunbook("c", "shares “late”"))).toEqual([aRunbook("c")]);
});
