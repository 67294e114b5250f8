import { expect, it } from "vitest";
import { sentWords } from "./sent-words.rules";

it("says that what was kept is sent, only when all of it is", () => {
  expect(sentWords(1, 1, 0)).toBe("What was kept is sent.");
  expect(sentWords(3, 3, 0)).toBe("3 kept acts are sent.");
  expect(sentWords(1, 2, 0)).toBe("1 of 2 kept acts is sent.");
  expect(sentWords(2, 3, 1)).toBe(
    "2 of 3 kept acts are sent. Somebody else was first at 1 of them: both are on the timeline.",
  );
});
