import { expect, it } from "vitest";
import { similarOpen } from "./similar-open.rules";

const open = [
  { title: "Exports wait for the queue", serviceIds: ["exports"] },
  { title: "Checkout returns 503 for everybody in Europe", serviceIds: ["payments"] },
  { title: "Checkout is slow", serviceIds: [] },
];
const similar = (title: string, serviceIds: string[] = []) =>
  similarOpen(open, { title, serviceIds }).map((row) => row.title);

it("an open incident is told of when two longer words of the titles are the same, in whatever case", () => {
  expect(similar("checkout: RETURNS nothing")).toEqual([open[1]!.title]);
  expect(similar("Checkout fails")).toEqual([]);
  expect(similar("It is for the in")).toEqual([]);
});

it("so is one of the same service, behind one whose title says the same", () => {
  expect(similar("Nothing works", ["exports"])).toEqual([open[0]!.title]);
  expect(similar("Checkout returns errors", ["exports"])).toEqual([open[1]!.title, open[0]!.title]);
});
