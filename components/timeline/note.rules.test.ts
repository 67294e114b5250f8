import { expect, test } from "vitest";
import { planNote } from "./note.rules";

const lines = (count: number) => Array.from({ length: count }, () => "error: timeout").join("\n");

test("a few lines are a note", () => {
  expect(planNote({ text: lines(7), asLog: true })).toMatchObject({ asLog: false, mayBeLog: false });
});

test("eight lines may be either", () => {
  expect(planNote({ text: lines(8), asLog: false })).toMatchObject({
    asLog: false,
    mayBeLog: true,
    lines: 8,
  });
  expect(planNote({ text: lines(8), asLog: true })).toMatchObject({ asLog: true, mustBeLog: false });
});

test("what is too long for a note can only be a log", () => {
  expect(planNote({ text: "x".repeat(20_001), asLog: false })).toMatchObject({
    asLog: true,
    mustBeLog: true,
  });
});

test("more than 256 KiB is refused before it is sent, counted as it travels", () => {
  expect(planNote({ text: "x".repeat(256 * 1024), asLog: true }).problem).toBeNull();
  expect(planNote({ text: "é".repeat(129 * 1024), asLog: true }).problem).toBe(
    "This has 258 KiB; up to 256 fit. Keep the part that matters.",
  );
});
