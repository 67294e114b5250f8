import { expect, test } from "vitest";
import { awayPage, isOutdated, marked, wayOf } from "./kept-pages.rules";

const origin = "https://deck.example.org";

test.each([
  ["GET", "navigate", "/incidents/INC-42", "room"],
  ["GET", "navigate", "/incidents/INC-42?answer=command", "room"],
  ["GET", "navigate", "/incidents/INC-42/update", "page"],
  ["GET", "navigate", "/incidents", "page"],
  ["GET", "navigate", "/", "page"],
  ["GET", "navigate", "/sign-in?next=%2F", "entrance"],
  ["GET", "navigate", "/setup/abc", "entrance"],
  ["GET", "navigate", "/api/auth/callback/oidc", "pass"],
  ["GET", "navigate", "/api/v1/incidents/INC-42/summary/export", "pass"],
  ["GET", "no-cors", "/_next/static/chunks/1.js", "asset"],
  ["GET", "cors", "/incidents/INC-42?_rsc=1", "pass"],
  ["GET", "cors", "/api/v1/incidents/INC-42", "pass"],
  ["GET", "cors", "/api/stream", "pass"],
  ["POST", "cors", "/api/v1/incidents", "pass"],
  ["POST", "navigate", "/sign-in", "pass"],
])("%s %s %s goes the way: %s", (method, mode, path, way) => {
  expect(wayOf({ method, mode, url: `${origin}${path}` }, origin)).toBe(way);
});

test("what lies elsewhere is none of the worker's business", () => {
  const url = "https://elsewhere.example.org/_next/static/chunks/1.js";
  expect(wayOf({ method: "GET", mode: "no-cors", url }, origin)).toBe("pass");
});

test("a kept page knows that it is kept", () => {
  expect(marked('<!DOCTYPE html><html lang="en"><body>')).toBe(
    '<!DOCTYPE html><html data-kept lang="en"><body>',
  );
});

test("the page without a connection names the kept rooms, as text", () => {
  const page = awayPage([{ key: "INC-42", title: `<img src=x onerror="alert(1)">` }], "abc");
  expect(page).toContain('href="/incidents/INC-42"');
  expect(page).not.toContain("<img");
  expect(awayPage([], "abc")).toContain("No room is kept on this device.");
});

test("a kept page is made anew when words were redacted since, also while the device was off", () => {
  const before = { first: 1, last: 40, redacted: 12 };
  expect(isOutdated(null, before)).toBe(true);
  expect(isOutdated(before, { first: 1, last: 44, redacted: 12 })).toBe(false);
  expect(isOutdated(before, { first: 1, last: 41, redacted: 41 })).toBe(true);
});

test("and when so much happened since that nobody knows from the room", () => {
  const before = { first: 1, last: 40, redacted: 0 };
  expect(isOutdated(before, { first: 41, last: 240, redacted: 0 })).toBe(false);
  expect(isOutdated(before, { first: 42, last: 241, redacted: 0 })).toBe(true);
});
