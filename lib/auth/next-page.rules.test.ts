import { expect, test } from "vitest";
import { nextPage } from "./next-page.rules";

test.each(["/", "/incidents/INC-42", "/incidents?status=open&severity=1", "/apiary"])(
  "%j is followed",
  (page) => {
    expect(nextPage(page)).toBe(page);
  },
);

test.each([
  null,
  undefined,
  "",
  "incidents",
  "//other.example",
  "/\\other.example",
  "/a\\b",
  "https://other.example/",
  "javascript:alert(1)",
  "/ x",
  "/a\nb",
  "/sign-in?next=/",
  "/api/auth/signout",
  "/setup/x",
])("%j leads home", (page) => {
  expect(nextPage(page)).toBe("/");
});
