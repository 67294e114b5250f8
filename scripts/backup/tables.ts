import pg from "pg";

export interface Column {
  name: string;
  /** As SQL writes it: "timestamp(3) with time zone". */
  type: string;
}

export interface Table {
  name: string;
  columns: Column[];
  /** Columns that give the rows an order of their own. */
  key: string[];
}

/** A session in which values are written and read alike on every server. */
export async function plainSession(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SET timezone = 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres';
    SET bytea_output = 'hex'; SET extra_float_digits = 3; SET search_path = public`);
  return client;
}

/** The product's tables by name, without the list of migrations; computed columns are left out. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
              ORDER BY a.attnum)
         FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      COALESCE((SELECT json_agg(a.attname ORDER BY k.place)
         FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(attnum, place), pg_attribute a
        WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum), '[]') AS key
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname`);
  return rows;
}

/** Every row of a table in a fixed order, as one JSON array of texts each, some at a time; within a transaction. */
export async function* readRows(client: pg.Client, table: Table): AsyncGenerator<string[]> {
  const name = pg.escapeIdentifier;
  const names = table.columns.map((column) => column.name);
  const texts = names.map((column) => `${name(column)}::text`).join(", ");
  // Servers sort words differently, bytes alike: the order must be the same where it is restored.
  const order = (table.key.length ? table.key : names).map((column) => `${name(column)}::text COLLATE "C"`);
  await client.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR
     SELECT json_build_array(${texts})::text AS line FROM ${name(table.name)} ORDER BY ${order.join(", ")}`,
  );
  // A row of images is some 10 MB as text.
  const atOnce = table.name === "evidence_images" ? 4 : 1_000;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${atOnce} FROM backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query("CLOSE backup_rows");
}
