import { expect, test } from "vitest";
import { outcomeOf } from "./outcome.rules";

test.each([
  [0, "away"],
  [429, "away"],
  [503, "away"],
  [504, "away"],
  [401, "signed_out"],
  [500, "failing"],
  [403, "refused"],
  [404, "refused"],
  [409, "refused"],
  [422, "refused"],
])("an answer of %i means: %s", (status, kind) => {
  expect(outcomeOf({ status, detail: "Why." })).toMatchObject({ kind });
});
