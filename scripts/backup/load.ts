import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { migrate, readMigrations } from "@/lib/db/migrate";
import { readManifest, tableFile, type Manifest } from "./manifest";
import { listTables, plainSession, readRows, type Table } from "./tables";

const BATCH = 500;
/** A row that holds an image has some 10 million letters. */
const BATCH_LETTERS = 16_000_000;

/**
 * Puts a backup into an empty database, all or nothing, and compares every row with what was backed up. Migrations
 * that are newer than the backup are applied afterwards.
 * @param options.dir folder of the migrations
 * @throws Error of one line when the database is not empty, the backup is newer than this release, or not whole
 */
export async function load(url: string, folder: string, options: { dir?: string } = {}): Promise<Manifest> {
  const manifest = readManifest(folder);
  const known = new Set((await readMigrations(options.dir)).map(({ name }) => name));
  const unknown = manifest.migrations.find((name) => !known.has(name));
  if (unknown) throw new Error(`The backup is from a newer release (${unknown}): restore it with that one.`);
  for (const table of manifest.tables) await checkFile(table, folder);
  const client = await plainSession(url);
  try {
    await refuseUnlessEmpty(client);
    await migrate(url, { ...options, only: manifest.migrations });
    await client.query("BEGIN");
    await loadAll(client, manifest, folder);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
  await migrate(url, options);
  return manifest;
}

/** Before anything is written: a damaged backup must leave the database as it is. */
async function checkFile(table: Manifest["tables"][number], folder: string): Promise<void> {
  const hash = createHash("sha256");
  for await (const line of readLines(tableFile(folder, table.name))) hash.update(`${line}\n`);
  if (hash.digest("hex") !== table.sha256) throw new Error(damaged(table.name));
}

function damaged(table: string): string {
  return `The rows of ${table} are not those that were backed up: take another backup.`;
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LIMIT 1",
  );
  if (!rowCount) return;
  throw new Error(
    "The database is not empty: restore into a new one. With the embedded PostgreSQL, move the data folder " +
      "away or name another one with QUARTERDECK_DATA_DIR.",
  );
}

async function loadAll(client: pg.Client, manifest: Manifest, folder: string): Promise<void> {
  const tables = await listTables(client);
  const foreignKeys = await dropForeignKeys(client);
  for (const table of tables) {
    // Triggers guard what people do; here everything comes back as it was, rows of the migrations included.
    await client.query(`ALTER TABLE ${pg.escapeIdentifier(table.name)} DISABLE TRIGGER USER`);
    await client.query(`TRUNCATE ${pg.escapeIdentifier(table.name)}`);
  }
  for (const written of manifest.tables) {
    const table = tables.find(({ name }) => name === written.name);
    if (!table) throw new Error(`The backup has a table that its migrations do not make: ${written.name}.`);
    await loadTable(client, table, tableFile(folder, table.name));
    if ((await hashOf(client, table)) !== written.sha256) {
      throw new Error(damaged(table.name));
    }
  }
  for (const statement of foreignKeys) await client.query(statement);
  for (const table of tables) {
    await client.query(`ALTER TABLE ${pg.escapeIdentifier(table.name)} ENABLE TRIGGER USER`);
  }
  for (const { name, value } of manifest.sequences) {
    await client.query("SELECT setval($1::regclass, $2::bigint)", [pg.escapeIdentifier(name), value]);
  }
}

/** Tables refer to each other in circles: the keys are taken away and made again, which checks them. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                  pg_get_constraintdef(oid)) AS add
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ add }) => add);
}

async function loadTable(client: pg.Client, table: Table, file: string): Promise<void> {
  const names = table.columns.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
  const values = table.columns.map(({ type }, index) => `(line->>${index})::${type}`).join(", ");
  const insert = `INSERT INTO ${pg.escapeIdentifier(table.name)} (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${values} FROM json_array_elements($1::json) AS line`;
  let batch: string[] = [];
  let letters = 0;
  const flush = async () => {
    if (batch.length > 0) await client.query(insert, [`[${batch.join(",")}]`]);
    batch = [];
    letters = 0;
  };
  for await (const line of readLines(file)) {
    batch.push(line);
    letters += line.length;
    if (batch.length === BATCH || letters > BATCH_LETTERS) await flush();
  }
  await flush();
}

/** Lines of a packed file. Node's own reader also breaks at U+2028, which stands in texts. */
async function* readLines(file: string): AsyncGenerator<string> {
  const unpacked = pipeline(createReadStream(file), createGunzip(), () => {}).setEncoding("utf8");
  let rest: string[] = [];
  for await (const piece of unpacked as AsyncIterable<string>) {
    const [first = "", ...lines] = piece.split("\n");
    rest.push(first);
    // Joined once a line: one that holds an image comes in hundreds of pieces.
    for (const line of lines) {
      yield rest.join("");
      rest = [line];
    }
  }
}

async function hashOf(client: pg.Client, table: Table): Promise<string> {
  const hash = createHash("sha256");
  for await (const lines of readRows(client, table)) {
    for (const line of lines) hash.update(`${line}\n`);
  }
  return hash.digest("hex");
}
