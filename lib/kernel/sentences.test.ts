import { expect, test } from "vitest";
import { bare, ended } from "./sentences";

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
