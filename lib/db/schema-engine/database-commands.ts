import pg from "pg";
import type { Log } from "./log";

/**
 * The engine's sub-commands on a whole database.
 * @returns exit code; what went wrong goes to the log with Prisma's error code
 *   (https://www.prisma.io/docs/orm/reference/error-reference).
 */
export async function runDatabaseCommand(command: string, url: string, log: Log): Promise<number> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  const server = new URL(url);
  server.pathname = "/postgres";
  try {
    if (command === "can-connect-to-database") await query(url, "SELECT 1");
    else if (command === "create-database")
      await query(server.href, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    else if (command === "drop-database")
      await query(server.href, `DROP DATABASE ${pg.escapeIdentifier(name)}`);
    else throw new Error(`unknown command ${command}`);
    return 0;
  } catch (error) {
    const code = errorCode((error as { code?: string }).code);
    const missing = `Database \`${name}\` does not exist`;
    const unreachable = `Can't reach database server at \`${target.host}\`: ${(error as Error).message}`;
    process.stderr.write("\n");
    log("ERROR", code === "P1003" ? missing : unreachable, { error_code: code });
    return 1;
  }
}

function errorCode(sqlState: string | undefined): string {
  if (sqlState === "3D000") return "P1003";
  return sqlState?.startsWith("28") ? "P1000" : "P1001";
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
