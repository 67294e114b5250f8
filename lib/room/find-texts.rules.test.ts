import { expect, test } from "vitest";
import { isSearchable, wordQuery } from "./find-texts.rules";

test.each([
  ["PSQLException", "'psqlexception':*"],
  ["lift without sig", "'lift' & 'without' & 'sig':*"],
  ["/srv/lift_control/main.py", "'srv' & 'lift' & 'control' & 'main' & 'py':*"],
  ["orders-db-2.harbour", "'orders' & 'db' & '2' & 'harbour':*"],
  ["Größe & 'über'", "'größe' & 'über':*"],
])("%s is asked for word by word, the last by its beginning", (typed, query) => {
  expect(wordQuery(typed)).toBe(query);
});

test.each(["", "ab", "a b c d", "'&!:*\\", "…"])("%j is too little to look for", (typed) => {
  expect(isSearchable(typed)).toBe(false);
  expect(wordQuery(typed)).toBeNull();
});
