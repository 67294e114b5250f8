import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCheck, runChecks, type Check } from "./run-check";

const exiting = (code: number): Check => ({
  name: `exits ${code}`,
  command: ["-e", `process.exit(${code})`],
});

beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

test("a tool counts as one, passed or failed", async () => {
  expect(await runCheck(exiting(0))).toEqual({ passed: 1, failed: 0 });
  expect(await runCheck(exiting(2))).toEqual({ passed: 0, failed: 1 });
});

test("a tool that counts is believed, but not that all is well when it broke off", async () => {
  const count = () => ({ passed: 7, failed: 0 });
  expect(await runCheck({ ...exiting(0), count })).toEqual({ passed: 7, failed: 0 });
  expect(await runCheck({ ...exiting(1), count })).toEqual({ passed: 7, failed: 1 });
  expect(await runCheck({ ...exiting(1), count: () => undefined })).toEqual({ passed: 0, failed: 1 });
});

test("one that fails keeps none of the others from running", async () => {
  const checks = [exiting(1), exiting(0), exiting(1), exiting(0)];
  expect(await runChecks(checks, 2)).toEqual({ passed: 2, failed: 2 });
});
