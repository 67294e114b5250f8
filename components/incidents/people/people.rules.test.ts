import { describe, expect, it } from "vitest";
import type { ParticipantState } from "@/lib/timeline/fold/state";
import { commanderSeat, orderOfOffers, peopleHere, peopleToChoose } from "./people.rules";

const now = Date.UTC(2026, 2, 1, 3);
const person = (id: string, name: string, change: object = {}) => ({
  ...{ id, name, accessRole: "responder" as const, deactivated: false },
  ...change,
});
const seat = (personId: string, role: ParticipantState["role"] = "responder"): ParticipantState => ({
  ...{ personId, role, joinedAt: "2026-03-01T02:00:00.000Z", leftAt: null },
});

describe("choosing a person", () => {
  const people = [
    person("a", "Aiko Tanaka"),
    person("e", "Elias Brandt"),
    person("j", "Jonah Okafor"),
    person("v", "Vera Stone", { accessRole: "viewer" }),
    person("g", "Gone Person", { deactivated: true }),
  ];
  const ask = {
    people,
    participants: [seat("j", "deputy")],
    presence: { e: now },
    without: ["a"],
    chosen: null,
    now,
  };

  it("begins with who is here, then who takes part, and leaves out who cannot", () => {
    expect(peopleToChoose({ ...ask, words: "" }).shown.map(({ id }) => id)).toEqual(["e", "j"]);
  });

  it("finds by parts of a name, and keeps the chosen one", () => {
    expect(peopleToChoose({ ...ask, words: "oka jo" }).shown.map(({ id }) => id)).toEqual(["j"]);
    expect(peopleToChoose({ ...ask, words: "oka", chosen: "e" }).shown.map(({ id }) => id)).toEqual([
      "e",
      "j",
    ]);
  });

  it("says how many more there are", () => {
    const many = Array.from({ length: 9 }, (_, index) => person(`p${index}`, `Person ${index}`));
    expect(peopleToChoose({ ...ask, people: many, words: "" })).toMatchObject({ more: 2 });
  });
});

it("the room lists roles first, and says how long somebody was away", () => {
  const seats = [
    seat("e"),
    seat("j", "deputy"),
    seat("m"),
    { ...seat("x"), leftAt: "2026-03-01T02:30:00.000Z" },
  ];
  const presence = { j: now - 8 * 60_000 };
  expect(peopleHere(seats, { commanderId: "m", presence, me: "e", now })).toEqual([
    { personId: "j", role: "deputy", here: false, awayMs: 8 * 60_000 },
    { personId: "e", role: "responder", here: true, awayMs: null },
  ]);
});

it("offers open steps to responders who are here first, to the commander last", () => {
  const seats = [seat("m"), seat("d", "deputy"), seat("away"), seat("e"), seat("r")];
  const presence = { m: now, d: now, r: now };
  const ask = { commanderId: "m", presence, now };
  expect(orderOfOffers(seats, { ...ask, me: "e" })).toEqual(["e", "r", "d", "m"]);
  expect(orderOfOffers(seats, { ...ask, me: "looks in" })).toEqual(["r", "looks in", "d", "m"]);
});

it("counts whoever has command among the people, not who is only asked to", () => {
  const ask = { presence: { m: now }, me: "e", now };
  expect(commanderSeat({ status: "mitigating", commanderId: "m" }, ask)).toEqual([
    { personId: "m", here: true },
  ]);
  expect(commanderSeat({ status: "declared", commanderId: "m" }, ask)).toEqual([]);
});
