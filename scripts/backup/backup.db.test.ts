import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { emptyDatabaseUrl } from "@/lib/db/testing/database";
import { newSecrets } from "../launch/secrets";
import { dump } from "./dump";
import { load } from "./load";
import { readKeys, tableFile } from "./manifest";

/** Everything that is hard to carry over: circles, guards, every kind of value, and a row made by the migration. */
const TABLES = `
  CREATE TYPE "Mood" AS ENUM ('calm', 'not so calm');
  CREATE TABLE fleet (id uuid PRIMARY KEY, flagship uuid);
  CREATE TABLE ship (
    id uuid PRIMARY KEY, fleet uuid NOT NULL REFERENCES fleet (id), consort uuid REFERENCES ship (id),
    number serial, name text, mood "Mood", moods "Mood"[], built timestamptz(3), size double precision,
    papers jsonb, log bytea, tags text[], loud text GENERATED ALWAYS AS (upper(name)) STORED);
  ALTER TABLE fleet ADD CONSTRAINT flagship FOREIGN KEY (flagship) REFERENCES ship (id);
  CREATE TABLE entry (stream text, seq int, PRIMARY KEY (stream, seq));
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'append only'; END $$;
  CREATE TRIGGER no_change BEFORE INSERT OR UPDATE OR DELETE ON entry FOR EACH ROW WHEN (pg_trigger_depth() = 0)
    EXECUTE FUNCTION refuse();
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON entry EXECUTE FUNCTION refuse();
  CREATE TABLE counter (name text PRIMARY KEY, value int);
  INSERT INTO counter VALUES ('incidents', 0);`;

const FLEET = "00000000-0000-4000-8000-00000000000";
const ROWS = `
  INSERT INTO fleet (id) VALUES ('${FLEET}1');
  INSERT INTO ship (id, fleet, consort, name, mood, moods, built, size, papers, log, tags) VALUES
    ('${FLEET}2', '${FLEET}1', '${FLEET}3', E'line\\nbreak \\u2028 "quoted"', 'not so calm', '{calm,"not so calm"}',
     '2026-02-03T04:05:06.789Z', 0.1, 'null', '\\x00ff', '{"a,b",NULL}'),
    ('${FLEET}3', '${FLEET}1', NULL, NULL, NULL, NULL, NULL, 'NaN', '{"b": 1, "a": [null]}', NULL, '{}');
  UPDATE fleet SET flagship = '${FLEET}2';
  ALTER TABLE entry DISABLE TRIGGER USER; INSERT INTO entry VALUES ('i', 10), ('i', 9), ('ä', 1);
  ALTER TABLE entry ENABLE TRIGGER USER;
  UPDATE counter SET value = 42;`;

describe("a backup", () => {
  const { authSecret, signingKey } = newSecrets();
  let home: string;
  let dir: string;
  let folder: string;
  let source: string;

  beforeEach(async () => {
    home = mkdtempSync(path.join(tmpdir(), "quarterdeck-backup-"));
    dir = path.join(home, "migrations");
    folder = path.join(home, "backup");
    aMigration("1_tables", TABLES);
    source = await emptyDatabaseUrl();
    await migrate(source, { dir });
    await query(source, ROWS);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  test("restored into an empty database gives the same rows, guards, keys and numbers", async () => {
    const written = await dump(source, folder, { authSecret, signingKey });
    const target = await emptyDatabaseUrl();
    await load(target, folder, { dir });
    const again = await dump(target, path.join(home, "again"), { authSecret, signingKey });
    expect(again.tables).toEqual(written.tables);
    expect(again.sequences).toEqual([{ name: "ship_number_seq", value: "2" }]);
    expect(await query(target, "SELECT loud FROM ship WHERE mood IS NOT NULL")).toEqual([
      { loud: 'LINE\nBREAK \u2028 "QUOTED"' },
    ]);
    await expect(query(target, "DELETE FROM entry")).rejects.toThrow("append only");
    await expect(query(target, `DELETE FROM ship`)).rejects.toThrow(/foreign key/);
    expect(readKeys(folder)).toEqual({ authSecret, signingKey });
  });

  test("carries rows of many megabytes, as images are", async () => {
    await query(
      source,
      `INSERT INTO ship (id, fleet, log) SELECT ('${FLEET}' || n)::uuid, '${FLEET}1', decode(repeat('ab', 5000000), 'hex')
       FROM generate_series(4, 6) AS n`,
    );
    const written = await dump(source, folder, { authSecret, signingKey });
    const target = await emptyDatabaseUrl();
    await load(target, folder, { dir });
    const again = await dump(target, path.join(home, "again"), { authSecret, signingKey });
    expect(again.tables).toEqual(written.tables);
  });

  test("from before a migration is brought up to date", async () => {
    await dump(source, folder, { authSecret, signingKey });
    aMigration("2_rename", "ALTER TABLE counter RENAME TO counters;");
    const target = await emptyDatabaseUrl();
    await load(target, folder, { dir });
    expect(await query(target, "SELECT value FROM counters")).toEqual([{ value: 42 }]);
  });

  test("of a newer release is refused", async () => {
    await dump(source, folder, { authSecret, signingKey });
    rmSync(path.join(dir, "1_tables"), { recursive: true });
    await expect(load(await emptyDatabaseUrl(), folder, { dir })).rejects.toThrow(
      /newer release \(1_tables\)/,
    );
  });

  test("that was changed is refused and leaves the database empty", async () => {
    await dump(source, folder, { authSecret, signingKey });
    writeFileSync(tableFile(folder, "counter"), gzipSync('["incidents", "41"]\n'));
    const target = await emptyDatabaseUrl();
    await expect(load(target, folder, { dir })).rejects.toThrow("The rows of counter are not those");
    expect(await query(target, "SELECT to_regclass('counter') AS found")).toEqual([{ found: null }]);
  });

  test("is not restored over anything", async () => {
    await dump(source, folder, { authSecret, signingKey });
    await expect(load(source, folder, { dir })).rejects.toThrow("The database is not empty");
  });

  test("is not written over anything, and without its list it is none", async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "note"), "");
    await expect(dump(source, folder, { authSecret, signingKey })).rejects.toThrow("is not empty");
    await expect(load(source, folder)).rejects.toThrow("is no backup");
  });

  function aMigration(name: string, sql: string): void {
    mkdirSync(path.join(dir, name), { recursive: true });
    writeFileSync(path.join(dir, name, "migration.sql"), sql);
  }
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
