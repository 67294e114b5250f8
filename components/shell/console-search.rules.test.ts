import { expect, test } from "vitest";
import { namesFor, searchFor } from "./console-search.rules";

test("a leading word says where to look", () => {
  expect(searchFor("runbook planner stuck")).toEqual({ words: "planner stuck", places: ["runbooks"] });
  expect(searchFor(" Incident  orders")).toEqual({ words: "orders", places: ["incidents"] });
  expect(searchFor("people jon")).toEqual({ words: "jon", places: ["people"] });
});

test("without one, or with nothing after it, everything is looked through", () => {
  const places = ["incidents", "runbooks", "people"];
  expect(searchFor("planner")).toEqual({ words: "planner", places });
  expect(searchFor("runbook ")).toEqual({ words: "runbook", places });
});

test("people are found by the beginning of each of their names", () => {
  const people = ["Sam Ward", "Mara Lindqvist", "Sam Diaz", "Wen Li"].map((name) => ({ name }));
  const found = (words: string, limit = 5) => namesFor(people, words, limit).map(({ name }) => name);
  expect(found("sam")).toEqual(["Sam Diaz", "Sam Ward"]);
  expect(found("sam", 1)).toEqual(["Sam Diaz"]);
  expect(found("lind m")).toEqual(["Mara Lindqvist"]);
  expect(found("am")).toEqual([]);
});
