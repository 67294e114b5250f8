import { expect, test } from "vitest";
import { offered } from "./offered-runbooks.rules";

const aRunbook = (versionId: string, reason = "") => ({ versionId, title: `Runbook ${versionId}`, reason });
const suggested = [aRunbook("a", "shares “planner”"), aRunbook("b", "shares “stuck”")];

test("what the words suggest comes first, what was looked for after it", () => {
  expect(offered(suggested, "", null)).toEqual(suggested);
  expect(offered(suggested, "c", aRunbook("c"))).toEqual([...suggested, aRunbook("c")]);
});

test("one that is suggested and chosen stands there once", () => {
  expect(offered(suggested, "b", aRunbook("b"))).toEqual(suggested);
});

test("one that was chosen before the dialog was closed has no title any more, and stays", () => {
  expect(offered([], "c", null)).toEqual([{ versionId: "c", title: "The one chosen before", reason: "" }]);
});
