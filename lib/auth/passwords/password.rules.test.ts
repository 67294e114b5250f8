import { describe, expect, test } from "vitest";
import { passwordProblem } from "./password.rules";

const owner = { email: "mira.osei@harbour.example", name: "Mira Osei" };
const common = new Set(["password", "letmein", "qwerty123456", "mira"]);
const problem = (password: string) => passwordProblem(password, owner, (text) => common.has(text));

describe("a new password", () => {
  test("of several words is fine", () => {
    expect(problem("brass kettle on the quay")).toBeNull();
  });

  test("is measured in characters, not in bytes or code units", () => {
    expect(problem("🚢🚣🛶⛵🛥️🚤⚓🪝🌊")).toMatch(/12 characters or more/);
    expect(problem("🚢🚣🛶⛵🛥🚤⚓🪝🌊🐟🐠🐡")).toBeNull();
  });

  test.each(["short", "eleven char", ""])("%j is too short", (password) => {
    expect(problem(password)).toMatch(/12 characters or more/);
  });

  test("of 200 characters is fine, of 201 is not", () => {
    const long = "quay ".repeat(40);
    expect(problem(long)).toBeNull();
    expect(problem(`${long}x`)).toMatch(/200 characters or fewer/);
  });

  test.each([
    "qwerty123456",
    "QWERTY123456",
    "password2026!",
    "123password123",
    "letmeinletmein",
    "passwordpassword99",
  ])("%j is among those tried first", (password) => {
    expect(problem(password)).toMatch(/tried first/);
  });

  test.each(["aaaaaaaaaaaa", "ababababababab", "112233112233"])(
    "%j repeats too few characters",
    (password) => {
      expect(problem(password)).toMatch(/too few characters/);
    },
  );

  test.each(["mira.osei@harbour.example", "Mira Osei 1987", "mira.osei2026", "harbour.example12"])(
    "%j is made of the owner's name or address",
    (password) => {
      expect(problem(password)).toMatch(/name or e-mail/);
    },
  );

  test("may hold the owner's name among other words", () => {
    expect(problem("mira sails at first light")).toBeNull();
  });
});
