import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate";
import { emptyDatabaseUrl } from "./testing/database";

let dir: string;
let url: string;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "quarterdeck-migrations-"));
  url = await emptyDatabaseUrl();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("applies what is missing, in the order of the names, once", async () => {
  aMigration("2_add_colour", "ALTER TABLE ship ADD COLUMN colour text;");
  aMigration("1_ship", "CREATE TABLE ship (name text);");
  expect(await migrate(url, { dir })).toEqual(["1_ship", "2_add_colour"]);
  expect(await migrate(url, { dir })).toEqual([]);
});

test("two at once apply each migration once", async () => {
  aMigration("1_ship", "CREATE TABLE ship (name text); INSERT INTO ship VALUES ('one');");
  aMigration("2_more", "INSERT INTO ship VALUES ('two');");
  const applied = await Promise.all([migrate(url, { dir }), migrate(url, { dir })]);
  expect(applied.flat().sort()).toEqual(["1_ship", "2_more"]);
  expect(await all("SELECT name FROM ship ORDER BY name")).toEqual([{ name: "one" }, { name: "two" }]);
});

test("a script with a dollar-quoted body is applied whole", async () => {
  aMigration(
    "1_function",
    `CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $body$
     BEGIN
       PERFORM 1; -- a semicolon; and a quote '
       RETURN 42;
     END $body$;
     CREATE TABLE after_it (a int);`,
  );
  await migrate(url, { dir });
  expect(await all("SELECT answer() AS answer")).toEqual([{ answer: 42 }]);
  expect(await all("SELECT count(*)::int AS n FROM after_it")).toEqual([{ n: 0 }]);
});

test("one that fails leaves nothing behind and is tried again next time", async () => {
  aMigration("1_broken", "CREATE TABLE half (a int); SELECT * FROM nowhere;");
  await expect(migrate(url, { dir })).rejects.toThrow(/1_broken failed, nothing of it was kept.*nowhere/);
  expect(await all("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  aMigration("1_broken", "CREATE TABLE half (a int);");
  expect(await migrate(url, { dir })).toEqual(["1_broken"]);
});

test("one that Prisma left unfinished is named, with the command that resolves it", async () => {
  await migrate(url, { dir });
  await all("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '1_ship')");
  await expect(migrate(url, { dir })).rejects.toThrow(/migrate resolve --rolled-back 1_ship/);
});

test("warns when an applied script was changed", async () => {
  aMigration("1_ship", "CREATE TABLE ship (name text);");
  await migrate(url, { dir });
  aMigration("1_ship", "CREATE TABLE ship (name text, age int);");
  const lines: string[] = [];
  await migrate(url, { dir, log: (line) => lines.push(line) });
  expect(lines).toEqual(["warning: 1_ship was changed after it had been applied"]);
});

function aMigration(name: string, sql: string): void {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, "migration.sql"), sql);
}

async function all(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
