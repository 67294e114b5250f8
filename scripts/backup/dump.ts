import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import type { Keys } from "../launch/secrets";
import { tableFile, type Manifest } from "./manifest";
import { listTables, plainSession, readRows, type Table } from "./tables";

/**
 * Writes all data as of one moment, and the keys, into a new folder. People may go on working meanwhile.
 * @param url connection string that bypasses any pooler
 * @returns what was written
 * @throws Error of one line when the folder holds something already
 */
export async function dump(url: string, folder: string, keys: Keys): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: name another one.`);
  mkdirSync(path.join(folder, "tables"), { recursive: true, mode: 0o700 });
  const client = await plainSession(url);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables: Manifest["tables"] = [];
    for (const table of await listTables(client)) tables.push(await dumpTable(client, table, folder));
    const manifest: Manifest = {
      format: 1,
      createdAt: new Date().toISOString(),
      migrations: await appliedMigrations(client),
      tables,
      sequences: await readSequences(client),
    };
    await client.query("COMMIT");
    writeFileSync(path.join(folder, "secrets.json"), `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    // The last thing written: a folder with a manifest is a whole backup.
    writeFileSync(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    return manifest;
  } finally {
    await client.end();
  }
}

async function dumpTable(
  client: pg.Client,
  table: Table,
  folder: string,
): Promise<Manifest["tables"][number]> {
  const hash = createHash("sha256");
  let rows = 0;
  async function* lines() {
    for await (const some of readRows(client, table)) {
      const text = some.map((line) => `${line}\n`).join("");
      hash.update(text);
      rows += some.length;
      yield text;
    }
  }
  await pipeline(lines, createGzip(), createWriteStream(tableFile(folder, table.name), { mode: 0o600 }));
  return {
    name: table.name,
    columns: table.columns.map(({ name }) => name),
    rows,
    sha256: hash.digest("hex"),
  };
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map(({ name }) => name);
}

async function readSequences(client: pg.Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  );
  return rows;
}
