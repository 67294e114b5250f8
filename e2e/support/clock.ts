import pg from "pg";

/**
 * Moves the time of every instance on a database: server, due work and countdowns together.
 * @param minutes from now; adds up over calls
 */
export async function moveClock(databaseUrl: string, minutes: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO test_clock (id, offset_ms) VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET offset_ms = test_clock.offset_ms + $1`,
      [Math.round(minutes * 60_000)],
    );
    await client.query("NOTIFY quarterdeck_test_clock");
  } finally {
    await client.end();
  }
}
