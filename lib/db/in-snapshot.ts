import type { Db, Tx } from "./client";

/**
 * Runs reads that must agree with each other on one snapshot (REPEATABLE READ); inside a verb's transaction, which
 * holds the stream's lock, they agree already.
 */
export function inSnapshot<T>(db: Tx | Db, work: (db: Tx) => Promise<T>): Promise<T> {
  if (!isClient(db)) return work(db);
  return db.$transaction((tx) => work(tx), { isolationLevel: "RepeatableRead" });
}

function isClient(db: Tx | Db): db is Db {
  return "$transaction" in db;
}
