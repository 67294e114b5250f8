import { expect, test } from "vitest";
import { helpedWords, stepWords } from "./figure-words.rules";

const MINUTE = 60_000;
const step = {
  ...{ key: "stp", walked: 14, done: 9, skipped: 4, failed: 1, since: null },
  ...{ medianMs: 3 * MINUTE, ninetiethMs: 8.5 * MINUTE },
};

test.each([
  [step, "walked 14 times · median 3 min, 9 of 10 within 8 min · skipped 4 times · failed once"],
  [
    { ...step, since: 3, failed: 0, skipped: 0 },
    "walked 14 times · median 3 min, 9 of 10 within 8 min · as it is since version 3",
  ],
  [
    { ...step, walked: 2, done: 1, skipped: 1, failed: 0, medianMs: null, ninetiethMs: null },
    "walked twice · skipped once",
  ],
  [
    { ...step, walked: 4, done: 0, failed: 0, medianMs: null, ninetiethMs: null },
    "walked 4 times · skipped each time · never done",
  ],
  [{ ...step, walked: 0 }, null],
  [undefined, null],
])("%o reads %j", (figures, words) => {
  expect(stepWords(figures)).toBe(words);
});

test.each([
  [{ yes: 9, partly: 2, no: 1, not_used: 0 }, "helped: yes 9, partly 2, no 1"],
  [{ yes: 1, partly: 0, no: 0, not_used: 3 }, "helped: yes 1, not used 3"],
  [{ yes: 0, partly: 0, no: 0, not_used: 0 }, null],
])("%o reads %j", (helped, words) => {
  expect(helpedWords(helped)).toBe(words);
});
