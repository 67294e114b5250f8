import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { bornAt, isAlive, isPostgres } from "./processes";

test("tells a live process from one that has ended", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await once(child, "spawn");
  expect(isAlive(child.pid!)).toBe(true);
  expect(bornAt(child.pid!)).not.toBe("");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isAlive(child.pid!)).toBe(false);
  expect(bornAt(child.pid!)).toBe("");
});

test("another program under a reused id is no PostgreSQL", () => {
  expect(isPostgres(process.pid)).toBe(false);
});
