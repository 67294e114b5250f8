import { expect, test } from "vitest";
import { fittingGroups } from "./palette.rules";

const aCommand = (label: string, words = "") => ({ id: label, label, words });
const groups = [
  {
    heading: "In INC-42",
    commands: [
      aCommand("Change facts…", "edit title environment services"),
      aCommand("Change severity…", "sev priority raise"),
      aCommand("Resolve…", "resolved end final update"),
    ],
  },
  {
    heading: "INC-42",
    commands: [aCommand("Write the next update", "post status publish"), aCommand("Move status", "change")],
  },
];
const found = (query: string) =>
  fittingGroups(groups, query).flatMap(({ commands }) => commands.map(({ label }) => label));

test("a command is found by the beginnings of its words, in any order", () => {
  expect(found("next wri")).toEqual(["Write the next update"]);
  expect(found("sev")).toEqual(["Change severity…"]);
});

test("it is found by other words for the same, after those whose label has them", () => {
  expect(found("post")).toEqual(["Write the next update"]);
  expect(found("update")).toEqual(["Write the next update", "Resolve…"]);
  expect(found("change")).toEqual(["Change facts…", "Change severity…", "Move status"]);
});

test("it is not found by letters that merely follow each other in it, nor by half of what was typed", () => {
  expect(found("wtu")).toEqual([]);
  expect(found("ext")).toEqual([]);
  expect(found("post severity")).toEqual([]);
});

test("before anything is typed everything is there, as it was offered", () => {
  expect(fittingGroups(groups, " ")).toEqual(groups);
});
