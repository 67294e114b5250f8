import { expect, test } from "vitest";
import { readArguments } from "./arguments";

test("reads the data source and every schema file", () => {
  const argv = [
    "--datamodels",
    "a.prisma",
    "--datamodels",
    "b.prisma",
    "--datasource",
    '{"url":"postgresql://x"}',
  ];
  expect(readArguments(argv)).toEqual({
    version: false,
    command: undefined,
    datasource: { url: "postgresql://x" },
    datamodels: ["a.prisma", "b.prisma"],
  });
});

test("knows a sub-command and the question for the version", () => {
  expect(readArguments(["--datasource", "{}", "cli", "drop-database"]).command).toBe("drop-database");
  expect(readArguments(["--version"]).version).toBe(true);
});
