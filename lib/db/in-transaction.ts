import { Failure } from "@/lib/kernel/errors";
import { Prisma } from "./generated/client";
import type { BaseContext, Context } from "./context";

const ATTEMPTS = 4;
const WAIT_FOR_CONNECTION_MS = 5_000;
const RUN_AT_MOST_MS = 15_000;

/**
 * Runs `work` in one transaction: all of it is written, or nothing is.
 * Serialisation failures and deadlocks (40001, 40P01) are tried again.
 * @throws Failure `unavailable` when no connection is free in time or the database is away
 */
export async function inTransaction<T>(base: BaseContext, work: (ctx: Context) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let committing = false;
    const run = async (tx: Context["db"]) => {
      const result = await work({ ...base, db: tx });
      committing = true;
      return result;
    };
    try {
      return await base.db.$transaction(run, { maxWait: WAIT_FOR_CONNECTION_MS, timeout: RUN_AT_MOST_MS });
    } catch (error) {
      if (isRetryable(error) && attempt < ATTEMPTS) continue;
      throw isAway(error) ? databaseAway(error, committing) : error;
    }
  }
}

function isRetryable(error: unknown): boolean {
  return hasCode(error, ["P2034", "40001", "40P01"]);
}

/** Prisma: P1001/P1002/P1008/P1017 = server unreachable or gone, P2024/P2028 = no connection or transaction over. */
export function isAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (hasCode(error, ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"])) return true;
  if (hasCode(error, ["ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03"])) return true;
  // What the adapter makes of a socket's error; of raw queries Prisma says no more than P2010.
  if (hasCode(error, ["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout"])) return true;
  return error instanceof Error && brokenConnection.test(error.message);
}

/** What pg says of a connection that broke, without any code (pg 8.23, client.js). */
const brokenConnection =
  /^(Connection terminated|Client has encountered a connection error|Client was closed and is not queryable)/;

/**
 * Whether the database refused a value as such: a number or time out of its range, a character that it cannot keep.
 * Source: PostgreSQL, appendix A, class 22. Who sent it has to change it.
 */
export function isUnstorable(error: unknown): boolean {
  return hasCode(error, ["22003", "22007", "22008", "22021", "22P02", "22P05"]);
}

/** How every part of the console says that the database is away. */
export function databaseAway(cause: unknown, committing: boolean): Failure {
  const failure = new Failure(
    "unavailable",
    committing
      ? "The database went away while this was being saved. See whether it is there before you do it again."
      : "The database does not answer. Nothing was saved; try again shortly.",
  );
  failure.cause = cause;
  return failure;
}

/** Looks through wrapped causes: Prisma keeps the driver's error in `cause` or `meta`. */
function hasCode(error: unknown, codes: readonly string[], depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  const { code, originalCode, kind, cause, meta } = error as Record<string, unknown>;
  if ([code, originalCode, kind].some((name) => codes.includes(String(name)))) return true;
  return (
    hasCode(cause, codes, depth + 1) ||
    hasCode(meta, codes, depth + 1) ||
    hasCode((meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError, codes, depth + 1)
  );
}
