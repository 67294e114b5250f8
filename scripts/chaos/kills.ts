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
  /** Acts between two kills, about. */
  apart: number;
  /** How many acts were acknowledged so far. */
  acknowledged: () => number;
  onKill: (victim: "server" | "database") => void;
}

const DOWN_MS_AT_MOST = 400;

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

/** Nothing is killed before work goes on again; then at a moment that nobody foresees. */
async function underWork({ acknowledged, apart }: Killing, stopped: AbortSignal): Promise<void> {
  const enough = acknowledged() + 1 + apart * (0.4 + Math.random());
  while (acknowledged() < enough && !stopped.aborted) await sleep(randomInt(5, 40));
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
