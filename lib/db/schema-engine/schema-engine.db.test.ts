import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyDatabaseUrl } from "../testing/database";

let home: string;
let url: string;

beforeEach(async () => {
  // Inside the project, so that Prisma finds its packages.
  mkdirSync("node_modules/.cache", { recursive: true });
  home = mkdtempSync("node_modules/.cache/schema-engine-");
  url = await emptyDatabaseUrl();
  const config = `import base from "../../../prisma.config";
    export default { ...base, schema: "schema.prisma", migrations: { path: "migrations" } };`;
  writeFileSync(path.join(home, "prisma.config.ts"), config);
  aSchema("model Ship {\n  id Int @id\n}");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test("a migration is made from the schema, applied, and the next one holds only what changed", async () => {
  prisma("migrate", "dev", "--name", "first");
  aSchema("model Ship {\n  id Int @id\n  name String?\n}");
  prisma("migrate", "dev", "--create-only", "--name", "second");
  const second = readdirSync(path.join(home, "migrations")).find((name) => name.endsWith("second"))!;
  const sql = readFileSync(path.join(home, "migrations", second, "migration.sql"), "utf8");
  expect(sql.trim()).toBe('-- AlterTable\nALTER TABLE "Ship" ADD COLUMN     "name" TEXT;');
  expect(await columns()).toEqual(["id"]);
  prisma("migrate", "deploy");
  expect(await columns()).toEqual(["id", "name"]);
  expect(prisma("migrate", "status")).toContain("Database schema is up to date");
  expect(await databasesLike("prisma_migrate_shadow%")).toBe(0);
}, 60_000);

test("a database that nobody answers for is an error, not a success", () => {
  url = "postgresql://nobody:x@127.0.0.1:1/none";
  const result = run("migrate", "deploy");
  expect(result.status).toBe(1);
  expect(result.stderr).toContain("P1001");
}, 60_000);

function aSchema(models: string): void {
  const head = `generator client {\n  provider = "prisma-client"\n  output = "./generated"\n}
datasource db {\n  provider = "postgresql"\n}\n`;
  writeFileSync(path.join(home, "schema.prisma"), head + models);
}

function run(...args: string[]) {
  const cli = path.resolve("node_modules/prisma/build/index.js");
  return spawnSync(process.execPath, [cli, ...args], {
    cwd: home,
    env: { ...process.env, DATABASE_URL: url },
    encoding: "utf8",
  });
}

function prisma(...args: string[]): string {
  const { status, stdout, stderr } = run(...args);
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

async function columns(): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'Ship' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function databasesLike(pattern: string): Promise<number> {
  const [row] = await query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_database WHERE datname LIKE '${pattern}'`,
  );
  return row?.n ?? -1;
}

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}
