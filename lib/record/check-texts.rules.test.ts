import { expect, test } from "vitest";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { samples } from "@/lib/timeline/testing/samples";
import { checkTexts } from "./check-texts.rules";

const { value } = samples["placeholder.filled"];
const { request, output } = samples["step.checked"];
const both = [request.textId, output.textId];

const after = (checked: ReturnType<typeof anEntry<"step.checked">>, textId = value.textId) =>
  checkTexts([checked], [textId]);

test("a value takes what was asked with it along, and what came back", () => {
  expect(after(anEntry("step.checked", { filled: [value.textId] }))).toEqual(both);
});

test("what was asked with other values stays", () => {
  expect(after(anEntry("step.checked"))).toEqual([]);
  expect(after(anEntry("step.checked", { filled: ["another"] }))).toEqual([]);
});

test("a result of which nobody knows the values goes with any, if it can have had one", () => {
  expect(after(anEntry("step.checked", { filled: null }))).toEqual(both);
  expect(after(anEntry("step.checked", { filled: null, kind: "query" }))).toEqual([]);
});

test("words that are gone already are not redacted again", () => {
  const texts = { [request.textId]: null, [output.textId]: "ok" };
  expect(after(anEntry("step.checked", { filled: [value.textId] }, { texts }))).toEqual([output.textId]);
});
