import { expect, test } from "vitest";
import { consolePages, pageFiles } from "./console-pages";

test("every page stands in the list that says who may open it", () => {
  expect(consolePages.map(({ file }) => file).toSorted()).toEqual(pageFiles().toSorted());
});
