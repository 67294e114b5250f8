import { createHash } from "node:crypto";
import pg from "pg";
import { migrate, readMigrations } from "../migrate";

/** Any number: two test runs on one server must not make the same template at the same time. */
const TEMPLATE_LOCK = 5_139_207;

/**
 * Makes the migrated database from which tests copy theirs, unless it is there. Its name holds a hash of the
 * migrations, so a changed one gives a new template.
 * @param clusterUrl connection string of any database of the test server, as a superuser.
 */
export async function prepareTemplate(clusterUrl: string): Promise<string> {
  const hash = createHash("sha256");
  for (const { name, checksum } of await readMigrations()) hash.update(`${name} ${checksum}\n`);
  const template = `qd_template_${hash.digest("hex").slice(0, 16)}`;
  await withClient(clusterUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return;
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    await migrate(databaseUrl(clusterUrl, draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
    // A template with a connection to it cannot be copied.
    await client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
  });
  return template;
}

/** Makes a database of its own, a copy of `template` (an empty one without), and gives its connection string. */
export async function createTestDatabase(
  clusterUrl: string,
  name: string,
  template?: string,
): Promise<string> {
  await withClient(clusterUrl, (client) =>
    client.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template} STRATEGY file_copy` : ""}`),
  );
  return databaseUrl(clusterUrl, name);
}

/** Drops what one run of the tests made. */
export async function dropTestDatabases(clusterUrl: string, run: string): Promise<void> {
  await withClient(clusterUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE $1",
      [`qd\\_test\\_${run}\\_%`],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });
}

function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function withClient(url: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
