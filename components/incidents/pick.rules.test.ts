import { expect, it } from "vitest";
import { foundOptions, leftOver, namedBy, optionsFor } from "./pick.rules";

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

it("says what is wrong with words that picked nothing", () => {
  expect(leftOver("service", options, " checkout-api ")).toBe(
    "No service is called checkout-api. Choose one of the list, or clear the field.",
  );
  expect(leftOver("service", options, "sear")).toMatch(/^No service is called sear/);
  expect(leftOver("service", options, "search")).toMatch(/^Press Enter/);
  expect(leftOver("service", options, "  ")).toBeUndefined();
});

it("takes a name typed in full for what it names", () => {
  expect(namedBy(options, " Search ")?.id).toBe("search");
  expect(namedBy(options, "sear")).toBeUndefined();
});
