import { describe, expect, it } from "vitest";
import { notDeclared } from "@/lib/updates/slots.rules";
import { choiceProblem, chosenMinutes, nextDueAt, nextRule } from "./next-update.rules";

const now = Date.UTC(2026, 2, 1, 3);
const minute = 60_000;
const sev1 = nextRule({ ...notDeclared, severity: 1 });

describe("the next update's time", () => {
  it("is the rule of the severity, or of a runbook that asks for more", () => {
    expect(sev1).toEqual({ minutes: 15, words: "15 min is the rule for SEV1.", shorter: [5, 10] });
    expect(nextRule({ ...notDeclared, severity: 4 })).toMatchObject({ minutes: 60, shorter: [30, 45] });
    expect(nextRule({ ...notDeclared, severity: 3, runbookMinutes: [10] })).toEqual({
      minutes: 10,
      words: "10 min: a runbook in use asks for it.",
      shorter: [2, 5],
    });
  });

  it("may be chosen sooner, never later", () => {
    const at = (minutes: number) => ({ by: "time", at: now + minutes * minute }) as const;
    expect(choiceProblem(at(8), sev1, now)).toBeNull();
    expect(chosenMinutes(at(8), now)).toBe(8);
    expect(choiceProblem(at(20), sev1, now)).toMatch(/changes nothing.*snooze/);
    expect(choiceProblem(at(-1), sev1, now)).toMatch(/still to come/);
    expect(choiceProblem({ by: "time", at: null }, sev1, now)).toBe("Choose a time.");
  });

  it("counts from the post", () => {
    expect(nextDueAt({ by: "rule" }, sev1, now)).toBe(now + 15 * minute);
    expect(nextDueAt({ by: "minutes", minutes: 10 }, sev1, now)).toBe(now + 10 * minute);
    expect(nextDueAt({ by: "minutes", minutes: 90 }, sev1, now)).toBe(now + 15 * minute);
    expect(chosenMinutes({ by: "rule" }, now)).toBeNull();
  });
});
