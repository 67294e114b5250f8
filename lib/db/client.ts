import pg from "pg";
import { PrismaPgOneAtATime } from "./one-at-a-time";
import { statementNames } from "./statement-names";
import { PrismaClient } from "./generated/client";

export type Db = PrismaClient;
/** What a verb gets: the client inside its transaction. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/**
 * A client with its own pool.
 * @param connectionString of PostgreSQL
 * @param max connections at most
 * @param throughPooler whether it may be another connection for each transaction: then none is asked to keep statements
 */
export function connect(connectionString: string, max = 10, throughPooler = false): Db {
  const pool = openPool(connectionString, max);
  const statementNameGenerator = throughPooler ? undefined : statementNames();
  const adapter = new PrismaPgOneAtATime(pool, { disposeExternalPool: true, statementNameGenerator });
  return new PrismaClient({ adapter });
}

/**
 * A pool whose connections may break at any moment. pg's own has moments in which nobody listens to a connection that
 * is handed from one user to the next: a goodbye of the server just then would end the process.
 */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  // Whoever uses a broken connection is told by its query; the pool drops it.
  const ignore = () => {};
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}

const shared = globalThis as { quarterdeckDb?: Db };

/** The process's client; kept on globalThis because Next and its dev server load modules more than once. */
export function sharedDb(connectionString: string, throughPooler: boolean): Db {
  shared.quarterdeckDb ??= connect(connectionString, 10, throughPooler);
  return shared.quarterdeckDb;
}
