import { expect, it } from "vitest";
import { sentWords } from "./sent-words.rules";

const LOST = { said: "Done: eu-west-1 green", was: "failed" } as const;

it("says that what was kept is sent, only when all of it is", () => {
  expect(sentWords(1, 1, [])).toBe("What was kept is sent.");
  expect(sentWords(3, 3, [])).toBe("3 kept acts are sent.");
  expect(sentWords(1, 2, [])).toBe("1 of 2 kept acts is sent.");
});

it("says at which step somebody else was first, and what they made of it", () => {
  expect(sentWords(2, 3, [LOST])).toBe(
    "2 of 3 kept acts are sent. Somebody else was first at “Done: eu-west-1 green”: it is failed. " +
      "What you did is kept beside it.",
  );
  expect(sentWords(3, 3, [LOST, LOST, LOST])).toContain("it is failed. So it went with 2 more.");
});
