import { expect, test } from "vitest";
import { insertMention, mentionAt, mentionedIn, suggestPeople } from "./mentions.rules";

const people = ["Sam Ward", "Sam Wardle", "Samira Nouri", "Noor Haddad"].map((name) => ({ id: name, name }));

/** The mention at the caret, which is marked by a bar. */
function at(marked: string) {
  const caret = marked.indexOf("|");
  return mentionAt(marked.replace("|", ""), caret);
}

test.each([
  ["@|", { start: 0, words: "" }],
  ["ask @no|", { start: 4, words: "no" }],
  ["ask @Noor Ha|", { start: 4, words: "Noor Ha" }],
  ["(@sa|)", { start: 1, words: "sa" }],
  ["line\n@sa| and more", { start: 5, words: "sa" }],
])("in %j somebody is being mentioned", (marked, query) => {
  expect(at(marked)).toEqual(query);
});

test.each(["nothing|", "ops@example|", "@Noor Haddad said so|", "a @ b c d|"])(
  "in %j nobody is being mentioned",
  (marked) => {
    expect(at(marked)).toBeNull();
  },
);

test("people are found by the beginning of any part of their name", () => {
  const names = (words: string) => suggestPeople({ start: 0, words }, people).map(({ name }) => name);
  expect(names("sam")).toEqual(["Sam Ward", "Sam Wardle", "Samira Nouri"]);
  expect(names("had")).toEqual(["Noor Haddad"]);
  expect(names("sam w")).toEqual(["Sam Ward", "Sam Wardle"]);
  expect(names("addad")).toEqual([]);
});

test("choosing writes the whole name and sets the caret behind it", () => {
  const query = { start: 4, words: "no" };
  expect(insertMention("ask @no about it", query, { id: "n", name: "Noor Haddad" })).toEqual({
    text: "ask @Noor Haddad about it",
    caret: 17,
  });
});

test("who is mentioned is read from the text, so that a name taken out again calls nobody", () => {
  expect(mentionedIn("@Noor Haddad and @Samira Nouri look", people)).toEqual(["Samira Nouri", "Noor Haddad"]);
  expect(mentionedIn("Noor Haddad looked", people)).toEqual([]);
});

test("a longer name that begins with a shorter one calls only its own", () => {
  expect(mentionedIn("@Sam Wardle", people)).toEqual(["Sam Wardle"]);
  expect(mentionedIn("@Sam Wardle and @Sam Ward", people)).toEqual(["Sam Ward", "Sam Wardle"]);
});
