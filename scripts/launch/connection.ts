import pg from "pg";

/**
 * Tries a connection string.
 * @param variable the setting it came from, e.g. `DATABASE_URL`
 * @throws Error of one line, without the password, that says what is wrong with it.
 */
export async function checkConnection(url: string, variable: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    throw new Error(explain(error, url, variable), { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes a database on a server unless it is there. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** What went wrong while connecting, in words: codes are Node's and PostgreSQL's (appendix A of its manual). */
export function explain(error: unknown, url: string, variable: string): string {
  const { host, username, pathname } = new URL(url);
  const failure = error as { code?: string; message?: string };
  const says = (text: string) => `${variable}: ${text}`;
  switch (failure.code) {
    case "ECONNREFUSED":
      return says(`nothing answers at ${host}: is PostgreSQL running there?`);
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return says(`there is no host named ${host}.`);
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
      return says(`${host} cannot be reached from here.`);
    case "28P01":
    case "28000":
      return says(`${host} refuses the user "${decodeURIComponent(username)}" or the password.`);
    case "3D000":
      return says(`${host} has no database "${decodeURIComponent(pathname.slice(1))}": create it first.`);
    default:
      return says(`${host} cannot be used: ${(failure.message || String(failure.code)).split("\n")[0]}.`);
  }
}
