import { describe, expect, it } from "vitest";
import { cadenceInterval, standardPolicy } from "./cadence.rules";

const interval = (inputs: Partial<Parameters<typeof cadenceInterval>[1]>) =>
  cadenceInterval(standardPolicy, { severity: 3, runbookMinutes: [], chosenMinutes: null, ...inputs });

describe("the interval in force", () => {
  it.each([
    ["the severity's when nothing else is there", {}, 30, "severity"],
    ["a runbook's when it is shorter", { runbookMinutes: [45, 20] }, 20, "runbook"],
    ["the author's when it is the shortest", { runbookMinutes: [20], chosenMinutes: 10 }, 10, "author"],
    ["the severity's on a tie", { runbookMinutes: [30], chosenMinutes: 30 }, 30, "severity"],
    ["the runbook's on a tie with the author", { runbookMinutes: [15], chosenMinutes: 15 }, 15, "runbook"],
    ["never a longer one", { runbookMinutes: [90], chosenMinutes: 120 }, 30, "severity"],
    ["at least a minute", { chosenMinutes: 0 }, 1, "author"],
  ])("is %s", (_, inputs, minutes, because) => {
    expect(interval(inputs)).toEqual({ minutes, because });
  });
});
