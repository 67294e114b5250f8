import { describe, expect, it } from "vitest";
import { withoutWords } from "./redacted";

describe("a copy without redacted words", () => {
  it.each([
    ["the words themselves", "hunter2", ["hunter2"], "[redacted]"],
    ["with blanks around them", " hunter2\n", ["hunter2 "], "[redacted]"],
    ["put on one line", "two lines", ["two\n  lines"], "[redacted]"],
    ["within other words", "It was token abc123, twice.", ["token abc123"], "It was [redacted], twice."],
    ["more than once", "password1 or password1", ["password1"], "[redacted] or [redacted]"],
    [
      "as a sentence that goes on tells them",
      "Log in as hunter2 (Ada).",
      ["Log in as hunter2."],
      "[redacted] (Ada).",
    ],
    ["told without the marks of code", "Log in as hunter2", ["Log in as `hunter2`."], "[redacted]"],
    ["several of them", "password1 and password2", ["password1", "password2"], "[redacted] and [redacted]"],
    ["short and within other words: left", "Done by noon", ["Done"], "Done by noon"],
    ["with a sign that replacing gives a meaning to", "It was $&$&$&$&.", ["$&$&$&$&"], "It was [redacted]."],
    ["nothing redacted", "Orders flow", [], "Orders flow"],
    ["blank words", "Orders flow", [" "], "Orders flow"],
  ])("%s", (_, copy, words, expected) => {
    expect(withoutWords(copy, words)).toBe(expected);
  });
});
