import { expect, it } from "vitest";
import { resolvedWords } from "./end-words.rules";

const criterion = (value: string, state: "open" | "met", gate: "resolved" | "closed" = "closed") => ({
  ...{ gate, state, text: { id: value, value } },
});

it("says what is left of an incident that is resolved: first the summary, then its sign-off, then closing", () => {
  const left = (state: "draft" | "in_review" | "returned" | "signed_off") =>
    resolvedWords({ summary: { state }, criteria: [] });
  expect(left("draft")).toContain("What is left is the summary.");
  expect(left("returned")).toContain("What is left is the summary.");
  expect(left("in_review")).toContain("waits for sign-off");
  expect(left("signed_off")).toContain("What is left is to close it.");
});

it("names what must be met before it is closed", () => {
  const criteria = [
    criterion("The board knows.", "open"),
    criterion("The vendor knows.", "met"),
    criterion("Queue empty.", "open", "resolved"),
  ];
  expect(resolvedWords({ summary: { state: "signed_off" }, criteria })).toMatch(
    /Not met yet: The board knows\.$/,
  );
});
