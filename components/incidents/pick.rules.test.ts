import { expect, it } from "vitest";
import { foundOptions, optionsFor } from "./pick.rules";

const options = ["search", "research", "outbox", "gateway"].map((name) => ({ id: name, name }));

it("offers names that begin with the words first, and never what is taken", () => {
  expect(optionsFor(options, "sea", []).map(({ id }) => id)).toEqual(["search", "research"]);
  expect(optionsFor(options, " SEA ", ["search"]).map(({ id }) => id)).toEqual(["research"]);
  expect(optionsFor(options, "", []).map(({ id }) => id)).toEqual([
    "gateway",
    "outbox",
    "research",
    "search",
  ]);
});

it("offers what was found elsewhere too, after the names that hold the words", () => {
  expect(foundOptions(options, "out", ["gateway"]).map(({ id }) => id)).toEqual([
    "outbox",
    "search",
    "research",
  ]);
});
