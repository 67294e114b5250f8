import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideTick, needsOf, needWords, type Tick } from "./needs.rules";

const nothing = { evidence: false, secondPerson: false, minutes: null };
const tick = (change: Partial<Tick> = {}): Tick => ({
  ...{ needs: nothing, hasEvidence: false, asked: null, by: "me", without: [] },
  ...change,
});

describe("a tick", () => {
  test("of a step that needs nothing is done", () => {
    expect(decideTick(tick())).toEqual({ ok: true, kind: "step.done", without: [], confirms: null });
  });

  test("that needs evidence is refused until there is some", () => {
    const needs = { evidence: true, secondPerson: false };
    expect(decideTick(tick({ needs }))).toMatchObject({ ok: false, code: "gate_open" });
    expect(decideTick(tick({ needs, hasEvidence: true }))).toMatchObject({ kind: "step.done", without: [] });
  });

  test("without evidence says what was missing, and only that", () => {
    const needs = { evidence: true, secondPerson: false };
    const waived = tick({ needs, without: ["evidence", "second_person"] });
    expect(decideTick(waived)).toMatchObject({ kind: "step.done", without: ["evidence"] });
    expect(decideTick({ ...waived, hasEvidence: true })).toMatchObject({ without: [] });
  });

  test("that needs a second person asks for one, and is confirmed by somebody else only", () => {
    const needs = { evidence: false, secondPerson: true };
    expect(decideTick(tick({ needs }))).toMatchObject({ ok: true, kind: "step.confirmation_asked" });
    expect(decideTick(tick({ needs, asked: { personId: "me" } }))).toMatchObject({ code: "gate_open" });
    expect(decideTick(tick({ needs, asked: { personId: "ben" } }))).toMatchObject({
      kind: "step.done",
      confirms: "ben",
    });
  });

  test("that needs both keeps the second person when the evidence is waived", () => {
    const both = tick({ needs: { evidence: true, secondPerson: true }, without: ["evidence"] });
    expect(decideTick(both)).toMatchObject({ kind: "step.confirmation_asked", without: ["evidence"] });
    expect(decideTick({ ...both, without: [], asked: { personId: "ben" } })).toMatchObject({
      kind: "step.done",
      confirms: "ben",
    });
  });

  test("never ends a step that needs a second person by one person, unless that is on record", () => {
    const person = fc.constantFrom("me", "ben");
    const any = fc.record({
      needs: fc.record({ evidence: fc.boolean(), secondPerson: fc.boolean() }),
      hasEvidence: fc.boolean(),
      asked: fc.option(fc.record({ personId: person })),
      by: person,
      without: fc.subarray(["evidence", "second_person"] as const),
    });
    fc.assert(
      fc.property(any, (input) => {
        const said = decideTick(input);
        if (!said.ok || said.kind !== "step.done" || !input.needs.secondPerson) return;
        const two = said.confirms !== null && said.confirms !== input.by;
        expect(two || said.without.includes("second_person")).toBe(true);
      }),
    );
  });
});

test("what a runbook says of its step goes before what the item was given", () => {
  const said = { needsEvidence: true, needsSecondPerson: false, timeBoxMinutes: 15 };
  expect(needsOf(nothing, said)).toEqual({ evidence: true, secondPerson: false, minutes: 15 });
  expect(needsOf({ ...nothing, minutes: 5 }, undefined).minutes).toBe(5);
});

test.each([
  [{ evidence: true, secondPerson: true, minutes: 15 }, "needs evidence · needs a second person · 15 min"],
  [{ evidence: false, secondPerson: false, minutes: 2_880 }, "48 h"],
  [{ evidence: false, secondPerson: false, minutes: 1.5 }, "90 s"],
  [nothing, ""],
])("says in words what a step needs", (needs, words) => {
  expect(needWords(needs)).toBe(words);
});
