import { once } from "node:events";
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CHANNEL } from "@/lib/timeline/append";

/** Something that is killed with -9 and started again. */
export interface Victim {
  kill(): Promise<void>;
  restart(): Promise<void>;
}

export interface Killing {
  server: Victim;
  database: Victim;
  databaseUrl: string;
  /** How often each of them is killed. */
  times: number;
  /** How many acts were acknowledged so far: nothing is killed before work goes on again. */
  acknowledged: () => number;
  onKill: (victim: "server" | "database") => void;
}

const UP_MS = { least: 700, most: 4_200 };
const DOWN_MS_AT_MOST = 400;
const ACTS_BETWEEN = 30;

/**
 * Kills server and PostgreSQL in random order at random moments, and starts each again. Every second kill of the
 * server comes right after a commit, when its answer is on the way at most.
 * @throws Error when one of them does not come up again
 */
export async function killAll(killing: Killing, stopped: AbortSignal): Promise<void> {
  const { server, database, databaseUrl, times, onKill } = killing;
  let servers = 0;
  const inTurn = Array.from({ length: 2 * times }, (_, index) => (index % 2 ? "server" : "database"));
  for (const victim of shuffled(inTurn)) {
    await underWork(killing, stopped);
    if (stopped.aborted) return;
    if (victim === "server" && servers++ % 2 === 0) await nextCommit(databaseUrl);
    const target = victim === "server" ? server : database;
    await target.kill();
    onKill(victim);
    await sleep(randomInt(DOWN_MS_AT_MOST));
    await target.restart();
  }
}

/** A random while, of which some is spent writing. */
async function underWork({ acknowledged }: Killing, stopped: AbortSignal): Promise<void> {
  const before = acknowledged();
  await sleep(randomInt(UP_MS.least, UP_MS.most));
  while (acknowledged() < before + ACTS_BETWEEN && !stopped.aborted) await sleep(20);
}

async function nextCommit(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`LISTEN ${CHANNEL}`);
    await once(client, "notification");
  } finally {
    void client.end();
  }
}

function shuffled<T>(items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}
