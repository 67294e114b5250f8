import pg from "pg";
import type { Clock } from "@/lib/kernel/clock";

const RESYNC_MS = 30_000;
/** Told by whoever moves the test clock's row. */
const TEST_CLOCK_CHANNEL = "quarterdeck_test_clock";

/** A clock that follows the database's, so that all instances agree, and can be stopped. */
export interface DatabaseClock extends Clock {
  /** Calls back when a test has moved time. */
  onMoved: (listener: () => void) => void;
  stop: () => Promise<void>;
}

/**
 * Asks the database for its time now and every 30 s, and runs on by the monotonic clock in between.
 * @param url connection string; the connection is its own, since tests move time while others wait
 * @param testClock also add the offset row of `test_clock`, at once when it is moved; only ever under
 *   QUARTERDECK_TEST_CLOCK=1 on a loopback database
 */
export async function databaseClock(url: string, testClock: boolean): Promise<DatabaseClock> {
  let offset = 0;
  let client: pg.Client | null = null;
  let stopped = false;
  const movedListeners: (() => void)[] = [];

  const read = async () => {
    client ??= await listen();
    const before = performance.now();
    const { rows } = await client.query<{ now: Date; moved: string }>(
      testClock
        ? "SELECT clock_timestamp() AS now, COALESCE((SELECT offset_ms FROM test_clock WHERE id = 1), 0) AS moved"
        : "SELECT clock_timestamp() AS now, 0 AS moved",
    );
    const [row] = rows;
    // The answer is as old as half the way there and back.
    const half = (performance.now() - before) / 2;
    if (row) offset = row.now.getTime() + half + Number(row.moved) - performance.now();
  };

  const listen = async () => {
    const fresh = new pg.Client({ connectionString: url, application_name: "quarterdeck clock" });
    // A lost connection is noticed by the next read, which makes a new one.
    fresh.on("error", () => (client = null));
    await fresh.connect();
    if (testClock) {
      await fresh.query(`LISTEN ${TEST_CLOCK_CHANNEL}`);
      fresh.on(
        "notification",
        () => void resync().then(() => movedListeners.forEach((listener) => listener())),
      );
    }
    return fresh;
  };

  const resync = async () => {
    try {
      await read();
    } catch {
      client = null;
    }
  };

  await read();
  const timer = setInterval(() => void (stopped || resync()), RESYNC_MS);
  timer.unref();
  return {
    now: () => new Date(Math.round(performance.now() + offset)),
    onMoved: (listener) => movedListeners.push(listener),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await client?.end().catch(() => {});
    },
  };
}
