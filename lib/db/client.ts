import { PrismaPgOneAtATime } from "./one-at-a-time";
import { PrismaClient } from "./generated/client";

export type Db = PrismaClient;
/** What a verb gets: the client inside its transaction. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/**
 * A client with its own pool.
 * @param connectionString of PostgreSQL
 * @param max connections at most
 */
export function connect(connectionString: string, max = 10): Db {
  return new PrismaClient({ adapter: new PrismaPgOneAtATime({ connectionString, max }) });
}

const shared = globalThis as { quarterdeckDb?: Db };

/** The process's client; kept on globalThis because Next and its dev server load modules more than once. */
export function sharedDb(connectionString: string): Db {
  shared.quarterdeckDb ??= connect(connectionString);
  return shared.quarterdeckDb;
}
