import { expect, it } from "vitest";
import { gateWords } from "./gate-words.rules";

const criterion = (text: string, state: "open" | "met" | "waived") =>
  ({ gate: "resolved", state, text: { id: "t", value: text } }) as const;

it("says how many are met, how many waived, and what is missing, of one gate", () => {
  const criteria = [
    criterion("Alerts are quiet", "met"),
    criterion("Queue is empty.", "open"),
    criterion("Tested", "waived"),
  ];
  expect(gateWords(criteria, "resolved")).toBe("1 of 3 met, 1 waived. Missing: Queue is empty.");
  expect(gateWords(criteria.slice(0, 1), "resolved")).toBe("1 of 1 met.");
  expect(gateWords(criteria, "closed")).toBe("Nothing is asked for before it.");
});
