import { expect, test } from "vitest";
import { z } from "zod";
import { severity } from "@/lib/timeline/events/common";
import { listQuery } from "@/lib/incidents/list-filters";
import { answerInput } from "@/lib/incidents/schemas";
import { namingValues } from "./valid-values.rules";

const saidOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: namingValues }).error?.issues.map(({ message }) => message);

test.each([
  ["numbers", z.object({ severity }), { severity: 9 }, "Must be one of 1, 2, 3, 4."],
  ["what is missing", z.object({ severity }), {}, "Must be one of 1, 2, 3, 4."],
  ["words", z.enum(["draft", "in_review"]), "x", "Must be one of draft, in_review."],
  ["a filter", listQuery, { severity: "9" }, "Must be one of 1, 2, 3, 4."],
  ["a filter given twice", listQuery, { severity: ["1", "9"] }, "Must be one of 1, 2, 3, 4."],
  ["what decides on the rest", answerInput, { answer: "x" }, "Must be one of accepted, declined."],
  ["a single value", z.literal("nobody"), "x", "Must be nobody."],
])("the words name the valid values of %s", (_, schema, value, words) => {
  expect(saidOf(schema, value)).toEqual([words]);
});

test("a schema's own words win, and what is no choice keeps its words", () => {
  expect(saidOf(z.enum(["a"], { error: "Choose." }), "x")).toEqual(["Choose."]);
  expect(saidOf(z.string().min(1, "Say what."), "")).toEqual(["Say what."]);
  expect(saidOf(listQuery, { commander: "x" })).toEqual(["Invalid input"]);
});
