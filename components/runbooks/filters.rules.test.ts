import { expect, test } from "vitest";
import { readFilters, writeFilters } from "./filters.rules";

test("filters come back from the address as they were written to it, in one order", () => {
  const filters = {
    q: "disk full",
    archived: true,
    overdue: true,
    tag: ["storage", "late"],
    owner: ["nobody"],
    service: ["s1"],
  };
  const search = writeFilters(filters);
  expect(search).toBe(
    "q=disk+full&tag=late&tag=storage&owner=nobody&service=s1&review=overdue&archived=true",
  );
  expect(readFilters(new URLSearchParams(search))).toEqual({ ...filters, tag: ["late", "storage"] });
});

test("no filter leaves no trace in the address", () => {
  expect(writeFilters(readFilters(new URLSearchParams("")))).toBe("");
});
