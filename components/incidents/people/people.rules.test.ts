import { describe, expect, it } from "vitest";
import type { ParticipantState } from "@/lib/timeline/fold/state";
import { orderOfOffers, peopleOf, peopleToChoose } from "./people.rules";

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
  const state = { status: "mitigating", commanderId: "m", participants: seats } as const;
  expect(peopleOf(state, { presence, me: "e", now })).toEqual([
    { personId: "m", role: "responder", here: false, awayMs: null, command: "commands" },
    { personId: "j", role: "deputy", here: false, awayMs: 8 * 60_000, command: null },
    { personId: "e", role: "responder", here: true, awayMs: null, command: null },
  ]);
});

it("offers open steps to responders who are here first, to the commander last", () => {
  const seats = [seat("m"), seat("d", "deputy"), seat("away"), seat("e"), seat("r")];
  const presence = { m: now, d: now, r: now, "looks in": now };
  const ask = { commanderId: "m", presence, now };
  expect(orderOfOffers(seats, { ...ask, me: "e" })).toEqual(["e", "r", "d", "m"]);
  expect(orderOfOffers(seats, { ...ask, me: "looks in" })).toEqual(["r", "d", "m"]);
});

it("says nothing about who is here while the room is not live", () => {
  const participants = [seat("m"), seat("e")];
  const state = { status: "mitigating", commanderId: "m", participants } as const;
  expect(peopleOf(state, { presence: null, me: "e", now }).map(({ here, awayMs }) => [here, awayMs])).toEqual(
    [
      [null, null],
      [null, null],
    ],
  );
});

it("counts who declared among the people before they have said that they have command", () => {
  const participants = [seat("e"), seat("m")];
  const people = (status: "declared" | "investigating" | "resolved") =>
    peopleOf({ status, commanderId: "m", participants }, { presence: {}, me: "m", now }).map(
      ({ personId, here, command }) => [personId, here, command],
    );
  expect(people("declared")).toEqual([
    ["m", true, "asked"],
    ["e", false, null],
  ]);
  expect(people("investigating")[0]).toEqual(["m", true, "commands"]);
  expect(people("resolved")[0]).toEqual(["m", true, "had"]);
});
