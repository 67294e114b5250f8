import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { testDatabaseUrl } from "./testing/database";

test("migrations make the database that the schema says", async () => {
  const cli = path.resolve("node_modules/prisma/build/index.js");
  const compare = ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--script"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...compare], {
    env: { ...process.env, DATABASE_URL: await testDatabaseUrl() },
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  expect(stdout.trim()).toBe("-- This is an empty migration.");
});
