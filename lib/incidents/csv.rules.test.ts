import { expect, it } from "vitest";
import { csvLine } from "./csv.rules";

it("quotes what holds a comma, a quote or a line break", () => {
  expect(csvLine(["INC-1", 'Says "down"', "a, b", 3])).toBe('INC-1,"Says ""down""","a, b",3');
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])("%s is no formula", (text) => {
  expect(csvLine([text])).toBe(`'${text}`);
});
