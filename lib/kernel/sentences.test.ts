import { expect, test } from "vitest";
import { bare, ended, oneLine } from "./sentences";

test.each([
  ["Restart the planner.", "Restart the planner"],
  ["Then, in this order: ", "Then, in this order"],
  ["Wait for version 4.2", "Wait for version 4.2"],
  ["Is the input valid?", "Is the input valid?"],
  ["Look at …", "Look at …"],
  ["...", "..."],
])("%j stands inside a sentence as %j", (words, inside) => {
  expect(bare(words)).toBe(inside);
});

test.each([
  ["Rolled back", "Rolled back."],
  ["Rolled back.", "Rolled back."],
  ["It said “no route.”", "It said “no route.”"],
  ["Waiting (since 03:10.)", "Waiting (since 03:10.)"],
  ["Is it `done`", "Is it `done`."],
  ["And then …", "And then …"],
])("%j is the sentence %j", (words, sentence) => {
  expect(ended(words)).toBe(sentence);
});

test("text on one line is cut between words, and says so", () => {
  expect(oneLine(" Queue depth\n  1,284 ", 40)).toBe("Queue depth 1,284");
  expect(oneLine("Queue depth 1,284 and rising", 20)).toBe("Queue depth 1,284…");
  expect(oneLine("x".repeat(30), 20)).toBe(`${"x".repeat(19)}…`);
});
