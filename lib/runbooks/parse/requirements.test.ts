import { describe, expect, it } from "vitest";
import { needsEvidence, needsSecondPerson } from "./requirements";

describe("a step", () => {
  it.each([
    "Drop the table with two people on the call",
    "A second person confirms the host name",
    "Fail over (four-eyes)",
    "Follow the two-person rule",
  ])("needs a second person: %s", (text) => expect(needsSecondPerson(text)).toBe(true));

  it.each([
    "Restart the second replica",
    "You need no second person for this",
    "Do it without a second person",
  ])("needs nobody else: %s", (text) => expect(needsSecondPerson(text)).toBe(false));

  it.each([
    "Take a screenshot of the dashboard",
    "Run the query and record the output",
    "Attach the slow query log",
    "Save the results before you go on",
  ])("needs evidence: %s", (text) => expect(needsEvidence(text)).toBe(true));

  it.each([
    "Attach the volume to the node",
    "Attach to the process with gdb",
    "See the screenshot below",
    "Do not paste the output into chat",
  ])("needs none: %s", (text) => expect(needsEvidence(text)).toBe(false));
});
