import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isAway, noteReach } from "./reach";

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-03-01T03:00:00.000Z") }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTime(ms);

it("the console is away when a request finds none, until one does", () => {
  noteReach(false, Date.now());
  expect(isAway()).toBe(true);
  pass(1_000);
  noteReach(true, Date.now());
  expect(isAway()).toBe(false);
});

it("a request that hung on the dead line says nothing of the one that has answered since", () => {
  const hung = Date.now();
  pass(3_000);
  noteReach(true, Date.now());
  pass(5_000);
  noteReach(false, hung);
  expect(isAway()).toBe(false);
  noteReach(false, Date.now());
  expect(isAway()).toBe(true);
});
