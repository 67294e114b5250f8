import { expect, test } from "vitest";
import { citesIn } from "./prose.rules";

test("entries that exist are cited", () => {
  expect(citesIn("See #5, not #50.", 9)).toEqual([{ text: "See " }, { cite: 5 }, { text: ", not #50." }]);
});

test("anchors, entities and what is no number stay words", () => {
  expect(citesIn("page#5 a##5 #0 &#5; #x", 9)).toEqual([{ text: "page#5 a##5 #0 &#5; #x" }]);
});
