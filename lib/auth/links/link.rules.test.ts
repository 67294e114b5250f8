import { expect, test } from "vitest";
import { linkProblem } from "./link.rules";

const now = new Date("2026-03-01T12:00:00.000Z");
const fresh = { expiresAt: new Date("2026-03-01T12:00:00.001Z"), usedAt: null, withdrawnAt: null };

test("a fresh link works", () => {
  expect(linkProblem("invitation", fresh, now)).toBeNull();
});

test("a link stops working at the moment it expires", () => {
  expect(linkProblem("invitation", { ...fresh, expiresAt: now }, now)).toMatch(/expired/);
});

test("a used link says that it works once, and what to do", () => {
  expect(linkProblem("password_reset", { ...fresh, usedAt: now }, now)).toMatch(
    /works once. Ask an administrator/,
  );
});

test("a replaced link says so", () => {
  expect(linkProblem("setup", { ...fresh, withdrawnAt: now }, now)).toMatch(/replaced or withdrawn. Run/);
});

test("an unknown token is told apart from nothing", () => {
  expect(linkProblem("setup", null, now)).toMatch(/not one of ours/);
});
